package dev.frist.topology;

/**
 * The shapes of a {@link TopologyDrawing} as text. Colours are given for light and dark surroundings alike: the picture
 * has a ground of its own.
 */
final class SvgText {

    private static final String STYLE = """
            <style>
              text { font: 14px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2933; text-anchor: middle; }
              .small { font-size: 11px; fill: #5f6b7a; }
              .title { font-size: 13px; font-weight: 600; fill: #3e4c59; text-anchor: start; }
              .frame { fill: #f7f9fb; stroke: #c3ccd6; }
              .topic { fill: #fff4d6; stroke: #b7791f; }
              .processor { fill: #dbeafe; stroke: #2563a8; stroke-width: 1.5; }
              .store { fill: #e3f4e6; stroke: #2f7d4a; }
              .flow { fill: none; stroke: #52606d; stroke-width: 1.4; }
            </style>
            <defs>
              <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                <path d="M0,0 L8,4 L0,8 z" fill="#52606d"/>
              </marker>
            </defs>
            """;

    private final StringBuilder shapes = new StringBuilder();

    String document(int width, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\">\n"
                + "<title>The topology: topics, processors and stores</title>\n" + STYLE
                + "<rect width=\"" + width + "\" height=\"" + height + "\" rx=\"8\" fill=\"#ffffff\"/>\n" + shapes
                + "</svg>\n";
    }

    void frame(int x, int y, int width, int height, String title) {
        rectangle("frame", x, y, width, height, 10);
        text("title", x + 14, y + 21, title);
    }

    void topic(int x, int y, int width, int height, String topic, String node) {
        rectangle("topic", x, y, width, height, height / 2);
        text("name", x + width / 2, y + height / 2 - 2, topic);
        text("small", x + width / 2, y + height / 2 + 14, node);
    }

    void processor(int x, int y, int width, int height, String name) {
        rectangle("processor", x, y, width, height, 4);
        text("name", x + width / 2, y + height / 2 + 5, name);
    }

    void store(int x, int y, int width, int height, String name) {
        int rim = 6;
        shapes.append(
                "<path class=\"store\" d=\"M%d,%d v%d a%d,%d 0 0 0 %d,0 v%d a%d,%d 0 0 0 %d,0 a%d,%d 0 0 0 %d,0\"/>\n"
                        .formatted(
                                x,
                                y + rim,
                                height - 2 * rim,
                                width / 2,
                                rim,
                                width,
                                2 * rim - height,
                                width / 2,
                                rim,
                                -width,
                                width / 2,
                                rim,
                                width));
        text("name", x + width / 2, y + height / 2 + 8, name);
    }

    /** A store belongs to what stands on it: read and written, so no arrow. */
    void access(int x, int from, int to) {
        shapes.append("<path class=\"flow\" d=\"M%d,%d V%d\"/>\n".formatted(x, from, to));
    }

    void arrow(int fromX, int fromY, int toX, int toY) {
        int bend = (toX - fromX) / 2;
        shapes.append("<path class=\"flow\" d=\"M%d,%d C%d,%d %d,%d %d,%d\" marker-end=\"url(#head)\"/>\n"
                .formatted(fromX, fromY, fromX + bend, fromY, toX - bend, toY, toX, toY));
    }

    private void rectangle(String style, int x, int y, int width, int height, int radius) {
        shapes.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>\n"
                .formatted(style, x, y, width, height, radius));
    }

    private void text(String style, int x, int y, String text) {
        shapes.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(style, x, y, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
