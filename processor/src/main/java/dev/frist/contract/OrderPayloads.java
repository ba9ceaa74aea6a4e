package dev.frist.contract;

import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The payloads of {@code orders}. */
final class OrderPayloads {

    private static final Words<dev.frist.schema.LineType, LineType> TYPES =
            Words.between(dev.frist.schema.LineType.class, LineType.class);
    private static final Words<LineType, dev.frist.schema.LineType> TYPES_BACK =
            Words.between(LineType.class, dev.frist.schema.LineType.class);

    private OrderPayloads() {}

    /** Null for a payload of another topic. */
    static @Nullable OrderPayload read(Object payload) {
        if (payload instanceof dev.frist.schema.OrderPlaced placed) {
            return new OrderPlaced(
                    placed.getMerchantId(),
                    new Channel(
                            placed.getChannel().getName(), placed.getChannel().getContactRoute()),
                    placed.getMarket(),
                    placed.getCurrency(),
                    placed.getCustomerRef(),
                    Lines.each(placed.getLines(), OrderPayloads::read));
        }
        if (payload instanceof dev.frist.schema.OrderDelivered delivered) {
            return new OrderDelivered(delivered.getDeliveredAt().toEpochMilli(), Lines.read(delivered.getLines()));
        }
        if (payload instanceof dev.frist.schema.OrderCancelled cancelled) {
            return new OrderCancelled(Parties.read(cancelled.getBy()), Lines.read(cancelled.getLines()));
        }
        if (payload instanceof dev.frist.schema.OrderErased erased) {
            return new OrderErased(Parties.read(erased.getBy()), erased.getReason());
        }
        return null;
    }

    private static OrderLine read(dev.frist.schema.OrderLine line) {
        return new OrderLine(
                line.getLineId(),
                line.getSku(),
                TYPES.of(line.getType()),
                line.getQuantity(),
                line.getAmount(),
                line.getTaxRate());
    }

    static Object write(OrderPayload payload) {
        if (payload instanceof OrderPlaced placed) {
            return new dev.frist.schema.OrderPlaced(
                    placed.merchantId(),
                    new dev.frist.schema.Channel(
                            placed.channel().name(), placed.channel().contactRoute()),
                    placed.market(),
                    placed.currency(),
                    placed.customerRef(),
                    Lines.each(placed.lines(), OrderPayloads::write));
        }
        if (payload instanceof OrderDelivered delivered) {
            return new dev.frist.schema.OrderDelivered(
                    Instant.ofEpochMilli(delivered.deliveredAt()), Lines.write(delivered.lines()));
        }
        if (payload instanceof OrderErased erased) {
            return new dev.frist.schema.OrderErased(Parties.write(erased.by()), erased.reason());
        }
        OrderCancelled cancelled = (OrderCancelled) payload;
        return new dev.frist.schema.OrderCancelled(Parties.write(cancelled.by()), Lines.write(cancelled.lines()));
    }

    private static dev.frist.schema.OrderLine write(OrderLine line) {
        return new dev.frist.schema.OrderLine(
                line.lineId(), line.sku(), TYPES_BACK.of(line.type()), line.quantity(), line.amount(), line.taxRate());
    }
}
