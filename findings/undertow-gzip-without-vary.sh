#!/usr/bin/env bash
# Undertow 2.3.26, EncodingHandler as its documentation has it. One address in two forms, compressed or not as the client asks,
# but no "Vary: Accept-Encoding", and one strong ETag for both: a cache in front may give gzip to whom asked for none, and
# a range or a 304 of one form is taken for the other. Who may be behind it has to send Vary, and a tag for each form, itself.
# Who asks for "identity" gets a header "Content-Encoding: identity", which RFC 9110 (8.4.1) has for no answer.
# Seen:
#   gzip: 32 bytes, Content-Encoding gzip, ETag "7", Vary none
#   identity: 600 bytes, Content-Encoding identity, ETag "7", Vary none
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>
<dependencies><dependency><groupId>io.undertow</groupId><artifactId>undertow-core</artifactId><version>2.3.26.Final</version></dependency>
</dependencies></project>
POM
cat > Forms.java <<'JAVA'
import io.undertow.Undertow;
import io.undertow.server.handlers.encoding.*;
import io.undertow.util.Headers;
import java.net.*;
import java.net.http.*;

public class Forms {
    public static void main(String[] args) throws Exception {
        var gzip = new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50);
        Undertow server = Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(new EncodingHandler(exchange -> {
            exchange.getResponseHeaders().put(Headers.ETAG, "\"7\"").put(Headers.CONTENT_TYPE, "text/plain");
            exchange.getResponseSender().send("words ".repeat(100));
        }, gzip)).build();
        server.start();
        var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        var url = URI.create("http://127.0.0.1:" + address.getPort() + "/");
        boolean asSeen = true;
        for (String form : new String[] {"gzip", "identity"}) {
            var answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(url).header("Accept-Encoding", form).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            var headers = answer.headers();
            String encoding = headers.firstValue("Content-Encoding").orElse("none");
            String tag = headers.firstValue("ETag").orElse("none");
            String vary = headers.firstValue("Vary").orElse("none");
            System.out.printf("%s: %d bytes, Content-Encoding %s, ETag %s, Vary %s%n",
                    form, answer.body().length, encoding, tag, vary);
            asSeen &= encoding.equals(form) && tag.equals("\"7\"") && vary.equals("none");
        }
        server.stop();
        System.exit(asSeen ? 0 : 1);
    }
}
JAVA
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory="$work/lib"
javac -cp 'lib/*' Forms.java
java -cp '.:lib/*' Forms 2> server.log
