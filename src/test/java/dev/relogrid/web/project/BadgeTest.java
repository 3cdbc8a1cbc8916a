package dev.relogrid.web.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.Releasable;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Standing;
import dev.relogrid.policy.Tally;
import dev.relogrid.web.project.Badge.Colour;
import dev.relogrid.web.project.Badge.Line;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What badges say, and that they are well-formed whatever they say. */
final class BadgeTest {
    private static KernelStanding kernel(String id, Role role, Standing standing) {
        return new KernelStanding(id, role, Verdict.OK, Verdict.OK, standing, List.of(), List.of());
    }

    private static Badge badge(KernelStanding... kernels) {
        List<KernelStanding> all = List.of(kernels);
        return Badge.of(new Releasable(true, "", List.of(), Tally.of(all, Role.REQUIRED), all));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void signAndColourSayTheSame() {
        KernelStanding good = kernel("debian/trixie/amd64/6.12.1", Role.REQUIRED, Standing.PASS);
        KernelStanding fair = kernel("debian/trixie/amd64/6.12.2", Role.REQUIRED, Standing.WARN);
        KernelStanding bad = kernel("debian/bookworm/amd64/6.1.1", Role.REQUIRED, Standing.FAIL);
        KernelStanding aside = kernel("debian/bookworm/s390x/6.1.1", Role.REQUIRED, Standing.ASIDE);
        KernelStanding watched = kernel("debian/sid/amd64/6.17.1", Role.WATCHED, Standing.FAIL);
        assertEquals(
                new Line("kernels", "✓ 1/1", Colour.GOOD),
                badge(good, aside, watched).total());
        assertEquals(
                new Line("kernels", "△ 1/2", Colour.FAIR), badge(good, fair).total());
        Badge badge = badge(bad, good, fair, aside, watched);
        assertEquals(new Line("kernels", "✗ 1/3", Colour.BAD), badge.total());
        assertEquals("1 of 3 required kernels pass, 1 fail, 1 are uncertain", badge.title());
        assertEquals(
                List.of(new Line("debian 12", "✗ 0/1", Colour.BAD), new Line("debian 13", "△ 1/2", Colour.FAIR)),
                badge.lines());
        assertEquals("no data", badge(watched).total().message());
    }

    @Test
    void drawingsAreXmlWithTheSameInWords() throws Exception {
        Badge badge = badge(
                kernel("debian/bookworm/amd64/6.1.1", Role.REQUIRED, Standing.FAIL),
                kernel("debian/trixie/amd64/6.12.1", Role.REQUIRED, Standing.PASS));
        Document flat = parsed(BadgeSvg.flat(badge));
        assertEquals(badge.title(), flat.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(2, flat.getElementsByTagName("text").getLength());
        assertEquals("20", flat.getDocumentElement().getAttribute("height"));
        Document table = parsed(BadgeSvg.table(badge));
        assertEquals(6, table.getElementsByTagName("text").getLength());
        assertEquals("60", table.getDocumentElement().getAttribute("height"));
    }

    @Test
    void whatComesFromElsewhereIsEscaped() throws Exception {
        String hostile = "\"/><script>alert('&')</script>\u0000\ud800";
        Badge badge = new Badge(new Line(hostile, hostile, Colour.NONE), hostile, List.of());
        String svg = BadgeSvg.flat(badge);
        assertTrue(!svg.contains("<script"), svg);
        String read = parsed(svg).getElementsByTagName("title").item(0).getTextContent();
        assertEquals("\"/><script>alert('&')</script>??", read);
    }
}
