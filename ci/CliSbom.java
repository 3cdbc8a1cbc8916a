import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.jar.JarFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the service's CycloneDX document that is about what the command line's jar has inside, on stdout. Run by
 * ci/release: {@code java -cp 'lib/*' CliSbom.java SERVICE.cdx.json CLI.jar}. The CycloneDX plugin knows a project's
 * dependencies, and this jar has only some of them: those whose file is named in its manifest's {@code Relogrid-Libraries}.
 */
final class CliSbom {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public static void main(String[] arguments) throws Exception {
        ObjectNode bom = (ObjectNode) JSON.readTree(Path.of(arguments[0]).toFile());
        Set<String> inside = inside(Path.of(arguments[1]));
        ObjectNode self = (ObjectNode) bom.get("metadata").get("component");
        String before = self.get("bom-ref").asString();
        String after = before.replace("/relogrid@", "/relogrid-cli@");
        self.put("name", "relogrid-cli").put("bom-ref", after).put("purl", after);
        Set<String> kept = new HashSet<>(Set.of(after));
        keep((ArrayNode) bom.get("components"), inside, kept);
        if (kept.size() != inside.size() + 1) {
            throw new IllegalStateException("the jar has " + inside + ", the service's document knows only " + kept);
        }
        edges((ArrayNode) bom.get("dependencies"), before, after, kept);
        bom.remove("serialNumber");
        byte[] content = JSON.writeValueAsBytes(bom);
        bom.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(content));
        System.out.write(JSON.writeValueAsBytes(bom));
        System.out.write('\n');
        System.out.flush();
    }

    private static Set<String> inside(Path jar) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            String named = file.getManifest().getMainAttributes().getValue("Relogrid-Libraries");
            return Set.of(named.replace("lib/", "").split(" "));
        }
    }

    private static void keep(ArrayNode components, Set<String> inside, Set<String> kept) {
        components.removeIf(component -> !inside.contains(
                component.get("name").asString() + "-" + component.get("version").asString() + ".jar"));
        components.forEach(component -> kept.add(component.get("bom-ref").asString()));
    }

    private static void edges(ArrayNode dependencies, String before, String after, Set<String> kept) {
        for (JsonNode node : dependencies) {
            if (node.get("ref").asString().equals(before)) {
                ((ObjectNode) node).put("ref", after);
            }
        }
        dependencies.removeIf(node -> !kept.contains(node.get("ref").asString()));
        dependencies.forEach(node -> ((ArrayNode) node.path("dependsOn"))
                .removeIf(other -> !kept.contains(other.asString())));
    }
}
