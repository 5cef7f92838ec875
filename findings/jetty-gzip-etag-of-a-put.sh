#!/usr/bin/env bash
# Jetty 12.0.39, GzipHandler as it comes. What it compresses gets "--gzip" put into its ETag, and when the ETag comes back it is
# taken out again, so that the application sees its own. But only in GET and POST, the methods that are compressed: in a
# PUT or PATCH the application gets an ETag in If-Match that it never gave out, and refuses an edit that is not stale (412).
# Seen: "12.0.39: given out "7--gzip"; comes back in GET "7", in POST "7", in PUT "7--gzip", in PATCH "7--gzip"".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Tags.java <<'JAVA'
import java.net.*;
import java.net.http.*;
import org.eclipse.jetty.http.*;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.*;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.Callback;

public class Tags {
    public static void main(String[] args) throws Exception {
        var server = new Server(new InetSocketAddress("127.0.0.1", 0));
        server.setHandler(new GzipHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.getHeaders().put("ETag", "\"7\"");
                response.getHeaders().put("Content-Type", "text/plain");
                response.getHeaders().put("Seen", String.valueOf(request.getHeaders().get("If-Match")));
                Content.Sink.write(response, true, "words ".repeat(100), callback);
                return true;
            }
        }));
        server.start();
        var client = HttpClient.newHttpClient();
        var get = HttpRequest.newBuilder(server.getURI()).header("Accept-Encoding", "gzip");
        String tag = client.send(get.build(), HttpResponse.BodyHandlers.discarding())
                .headers().firstValue("ETag").orElse("none");
        var line = new StringBuilder(Server.getVersion() + ": given out " + tag + "; comes back");
        var seen = new StringBuilder();
        for (String method : new String[] {"GET", "POST", "PUT", "PATCH"}) {
            var change = HttpRequest.newBuilder(server.getURI()).header("Accept-Encoding", "gzip")
                    .header("If-Match", tag).method(method, HttpRequest.BodyPublishers.noBody());
            String back = client.send(change.build(), HttpResponse.BodyHandlers.discarding())
                    .headers().firstValue("Seen").orElse("none");
            line.append(" in ").append(method).append(' ').append(back).append(method.equals("PATCH") ? "" : ",");
            seen.append(back);
        }
        System.out.println(line);
        server.stop();
        System.exit(tag.equals("\"7--gzip\"") && seen.toString().equals("\"7\"\"7\"\"7--gzip\"\"7--gzip\"") ? 0 : 1);
    }
}
JAVA
# prints and checks
cat > pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>
<dependencies><dependency><groupId>org.eclipse.jetty</groupId><artifactId>jetty-server</artifactId><version>12.0.39</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.20</version></dependency></dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory="$work/lib"
javac -cp 'lib/*' Tags.java
java -cp '.:lib/*' Tags
