package dev.frist.docs;

import java.util.List;
import java.util.stream.Collectors;

/** The states of a case as SVG: fixed places, and on each arrow the decisions that take a case along it. */
final class LifecycleDrawing {

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" width="900" height="330" viewBox="0 0 900 330" role="img">
            <title>The life of a case: open, disputed, resolved</title>
            <style>
              text { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2933; text-anchor: middle; }
              .state { font-size: 15px; font-weight: 600; }
              .box { stroke-width: 1.5; }
              .flow { fill: none; stroke: #52606d; stroke-width: 1.4; }
            </style>
            <defs>
              <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                <path d="M0,0 L8,4 L0,8 z" fill="#52606d"/>
              </marker>
            </defs>
            <rect width="900" height="330" rx="8" fill="#ffffff"/>
            <circle cx="40" cy="90" r="9" fill="#1f2933"/>
            """;

    private final StringBuilder svg = new StringBuilder(HEAD);

    private LifecycleDrawing() {}

    static String svg() {
        LifecycleDrawing drawing = new LifecycleDrawing();
        drawing.state(230, 65, "OPEN", "#dbeafe", "#2563a8");
        drawing.state(690, 65, "DISPUTED", "#fde8e8", "#b42318");
        drawing.state(460, 245, "RESOLVED", "#e3f4e6", "#2f7d4a");
        drawing.flow("M49,90 H225", 137, 80, CaseState.START, CaseState.OPEN);
        drawing.flow("M43,99 C70,275 250,275 455,272", 103, 264, CaseState.START, CaseState.RESOLVED);
        drawing.flow("M370,80 H685", 527, 70, CaseState.OPEN, CaseState.DISPUTED);
        drawing.flow("M690,104 H375", 527, 122, CaseState.DISPUTED, CaseState.OPEN);
        drawing.flow("M285,115 C300,200 370,250 455,258", 283, 212, CaseState.OPEN, CaseState.RESOLVED);
        drawing.flow("M500,245 C480,190 400,150 345,119", 488, 178, CaseState.RESOLVED, CaseState.OPEN);
        drawing.flow("M760,65 C770,20 830,20 826,72", 795, 26, CaseState.DISPUTED, CaseState.DISPUTED);
        drawing.flow("M600,258 C680,240 680,300 603,282", 715, 274, CaseState.RESOLVED, CaseState.RESOLVED);
        return drawing.svg.append("</svg>\n").toString();
    }

    private void state(int x, int y, String name, String fill, String stroke) {
        svg.append("<rect class=\"box\" x=\"" + x + "\" y=\"" + y + "\" width=\"140\" height=\"50\" rx=\"12\" fill=\""
                + fill + "\" stroke=\"" + stroke + "\"/>\n");
        text("state", x + 70, y + 30, name);
    }

    private void flow(String path, int x, int y, CaseState from, CaseState to) {
        List<String> types = Transition.ALL.stream()
                .filter(each -> each.from() == from && each.to() == to)
                .map(each -> each.type().name())
                .toList();
        svg.append("<path class=\"flow\" d=\"" + path + "\" marker-end=\"url(#tip)\"/>\n");
        text("decision", x, y, types.stream().collect(Collectors.joining(", ")));
    }

    private void text(String style, int x, int y, String text) {
        svg.append("<text class=\"" + style + "\" x=\"" + x + "\" y=\"" + y + "\">" + text + "</text>\n");
    }
}
