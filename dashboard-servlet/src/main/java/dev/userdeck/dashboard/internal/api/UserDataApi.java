package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.USERS_EXPORT;

import dev.userdeck.Userdeck;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.UserExport;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.user.UserQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Users as files: those of a list, and all that is kept of one. Hashes of passwords never leave this way. */
final class UserDataApi {
    static final Parameter<String> FORMAT = Parameter.choice("format", "csv", "jsonl");

    static final String CSV = "text/csv;charset=utf-8";
    static final String JSON_LINES = "application/jsonl";

    private final Userdeck userdeck;
    private final UsersListApi list;

    UserDataApi(Userdeck userdeck, UsersListApi list) {
        this.userdeck = userdeck;
        this.list = list;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/users/export")
                        .summary("Export users to a file")
                        .permission(USERS_EXPORT)
                        .handlesScope()
                        .parameters(list.parameters(UsersListApi.SORT, FORMAT))
                        .refusesUnknown()
                        .needsFreshProof()
                        .streams(CSV, JSON_LINES)
                        .problems(ProblemType.NOT_FOUND)
                        .handle(this::export),
                Route.get("/users/{userId}/data")
                        .summary("Read all that is kept of a user")
                        .permission(USERS_EXPORT)
                        .streams("application/json")
                        .handle(this::ofOne));
    }

    private Response export(Request<Void> request) {
        UserQuery query = list.query(request);
        return file(
                request,
                "users",
                (format, out) -> userdeck.data().exportUsers(UserExport.of(query, format), out, request.actor()));
    }

    /** Something that writes a file. */
    interface FileWriter {
        void write(DataFormat format, OutputStream out) throws IOException;
    }

    /** A file of this name, in the format that the request names. */
    static Response file(Request<Void> request, String name, FileWriter writer) {
        boolean lines = "jsonl".equals(request.get(FORMAT));
        DataFormat format = lines ? DataFormat.JSON_LINES : DataFormat.CSV;
        var answer = Response.streamed(out -> writer.write(format, out));
        return lines
                ? asFile(answer, name + ".jsonl").header("Content-Type", JSON_LINES)
                : asFile(answer, name + ".csv");
    }

    private Response ofOne(Request<Void> request) {
        byte[] data = userdeck.data()
                .of(request.user().id(), request.scope(), request.actor())
                .orElseThrow(UserRefusals::unknown)
                .getBytes(StandardCharsets.UTF_8);
        return asFile(Response.streamed(out -> out.write(data)), "user-" + fileName(request) + ".json");
    }

    /** An id may hold what a header or a file system takes for something else. */
    private static String fileName(Request<Void> request) {
        return request.user().id().value().replaceAll("[^A-Za-z0-9-]", "_");
    }

    private static Response asFile(Response answer, String name) {
        return answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
