package dev.frist.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.Review;
import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderCancelled;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.fact.Position;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.DeadlineExtended;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnCancelled;
import dev.frist.domain.fact.ReturnPayload.ReturnLost;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.ReturnShipped;
import dev.frist.domain.fact.ReturnPayload.SettlementAccepted;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.DueDate;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.PublishedDispute;
import dev.frist.domain.order.PublishedResolution;
import dev.frist.domain.policy.PolicyRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Bytes that lie in changelogs. Once a version was released its golden bytes and its schema never change again; a change
 * of the state is a new version beside it.
 */
class OrderVersionsTest {

    private final OrderCodec codec = new OrderCodec();

    @Test
    void versionOneIsReadForGood() throws IOException {
        assertThat(codec.decode(golden("order-v1.hex")))
                .usingRecursiveComparison()
                .isEqualTo(sample());
    }

    @Test
    void versionOneIsWhatIsWritten() throws IOException {
        assertThat(HexFormat.of().formatHex(codec.encode(sample())))
                .isEqualTo(HexFormat.of().formatHex(golden("order-v1.hex")));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream resource = Objects.requireNonNull(OrderVersionsTest.class.getResourceAsStream(name))) {
            return HexFormat.of()
                    .parseHex(new String(resource.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", ""));
        }
    }

    private static StoredOrder sample() {
        List<LineQuantity> one = List.of(new LineQuantity("L1", 1));
        List<Payload> payloads = List.of(
                new OrderPlaced(
                        "M1",
                        new Channel("DIRECT", "merchant"),
                        "SE",
                        "SEK",
                        "C1",
                        List.of(new OrderLine("L1", "shoe", LineType.PHYSICAL, 2, 99_800, 2500))),
                new OrderDelivered(1_700_000_000_000L, null),
                new OrderCancelled(Party.MERCHANT, one),
                new ReturnRegistered("R1", ReturnKind.WITHDRAWAL, Party.CONSUMER, one),
                new ReturnShipped("R1", "post", "T1"),
                new ReturnReceived("R1", List.of(new ReceivedLine("L1", 1, Condition.DAMAGED))),
                new ReturnLost("R1", "post"),
                new ReturnCancelled("R1", Party.CONSUMER, null),
                new ReturnRefused("R1", Party.MERCHANT, one, RefusalGround.USED, "worn", List.of("photo")),
                new RefusalAnswered("R1", Party.CONSUMER, Answer.CONTESTED, "not worn", List.of()),
                new SettlementProposed("R1", "P1", Party.MERCHANT, 10_000, true, ""),
                new SettlementAccepted("R1", Party.CONSUMER, "P1"),
                new DeadlineExtended("R1", Party.OPERATOR, 1_700_000_000_001L, "strike"),
                new NoticeDelivered("R1", "N1", Audience.MERCHANT, "mail", 1_700_000_000_002L),
                new CreditNoteIssued(
                        "K1",
                        "I1",
                        null,
                        "SEK",
                        List.of(new CreditLine("L1", 1, 49_900)),
                        900,
                        49_000,
                        CorrectionReason.RETURN),
                new CorrectionReversed("K2", "K1"));
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            facts.add(new Fact(
                    "e" + i,
                    1_700_000_000_000L + i,
                    payloads.get(i),
                    new Position(i < 3 ? "orders" : "returns", 1, i),
                    1_700_000_000_500L + i,
                    i == 3 ? new byte[] {0, 1, 2} : null));
        }
        Map<String, CaseMemory> cases = new LinkedHashMap<>();
        cases.put(
                "R1",
                new CaseMemory(
                        3,
                        new PolicyRef("se-default", 1),
                        1_700_000_001_000L,
                        1,
                        false,
                        List.of(new DueDate(1_700_000_001_000L, 1_701_000_000_000L)),
                        new PublishedResolution(DecisionType.REOPENED, Ground.FACTS_REVISED, 10),
                        1_700_000_002_000L,
                        new PublishedDispute(
                                1_700_000_003_000L,
                                List.of(new DecisionLine("L1", 1, 49_900, Ground.MERCHANT_SILENT)),
                                49_900,
                                Ground.MERCHANT_SILENT,
                                Review.STANDARD),
                        Map.of("e8", 1_700_000_004_000L),
                        Set.of("e10"),
                        5,
                        6,
                        1_701_000_000_000L,
                        true));
        cases.put("R2", CaseMemory.NONE);
        OrderState state = new OrderState("O1", facts, cases, 2, Set.of("K1"), 1_700_000_005_000L, 1_701_000_600_000L);
        return new StoredOrder(state, 1_701_000_600_000L, 1, Set.of("e99"));
    }
}
