package dev.frist.domain.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.Review;
import dev.frist.domain.order.PublishedDispute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be published of a dispute that is wanted, measured by the one that stands open. */
final class ContentionTest {

    private static final DecisionLine ONE = silent("L1", 1, 100);
    private static final DecisionLine TWO = silent("L1", 2, 200);
    private static final DecisionLine OTHER = silent("L2", 1, 50);

    private static DecisionLine silent(String lineId, int units, long amount) {
        return new DecisionLine(lineId, units, amount, Ground.MERCHANT_SILENT);
    }

    private static Contention wanted(long amount, DecisionLine... lines) {
        return new Contention(List.of(lines), amount, 0, Ground.MERCHANT_SILENT, Review.STANDARD);
    }

    private static PublishedDispute open(long amount, DecisionLine... lines) {
        return new PublishedDispute(0, List.of(lines), amount, Ground.MERCHANT_SILENT, Review.STANDARD);
    }

    @Test
    void itGrowsByUnitsByLinesAndByMoney() {
        assertThat(wanted(200, TWO).growsBeyond(open(200, ONE))).isTrue();
        assertThat(wanted(100, ONE, OTHER).growsBeyond(open(100, ONE))).isTrue();
        assertThat(wanted(101, ONE).growsBeyond(open(100, ONE))).isTrue();
        assertThat(wanted(100, ONE).growsBeyond(open(100, ONE))).isFalse();
        assertThat(wanted(100, ONE).growsBeyond(open(250, TWO, OTHER))).isFalse();
    }

    @Test
    void itShrinksByUnitsByLinesAndByMoney() {
        assertThat(wanted(200, ONE).shrinksFrom(open(200, TWO))).isTrue();
        assertThat(wanted(100, ONE).shrinksFrom(open(100, ONE, OTHER))).isTrue();
        assertThat(wanted(99, ONE).shrinksFrom(open(100, ONE))).isTrue();
        assertThat(wanted(100, ONE).shrinksFrom(open(100, ONE))).isFalse();
        assertThat(wanted(250, TWO, OTHER).shrinksFrom(open(100, ONE))).isFalse();
    }

    @Test
    void itIsTheSameOnlyWithLinesAmountGroundAndReview() {
        assertThat(wanted(100, ONE).isSameAs(open(100, ONE))).isTrue();
        assertThat(wanted(100, ONE).isSameAs(open(100, TWO))).isFalse();
        assertThat(wanted(99, ONE).isSameAs(open(100, ONE))).isFalse();
        assertThat(new Contention(List.of(ONE), 100, 0, Ground.CREDIT_SHORT, Review.STANDARD).isSameAs(open(100, ONE)))
                .isFalse();
        assertThat(new Contention(List.of(ONE), 100, 0, Ground.MERCHANT_SILENT, Review.HUMAN_REQUIRED)
                        .isSameAs(open(100, ONE)))
                .isFalse();
    }

    @Test
    void whatBothHaveIsTheFewerUnitsOfEachLine() {
        assertThat(wanted(250, TWO, OTHER).within(open(100, ONE))).isEqualTo(wanted(100, ONE));
        assertThat(wanted(100, ONE).within(open(250, TWO, OTHER))).isEqualTo(wanted(100, ONE));
        assertThat(wanted(200, TWO).within(open(200, TWO))).isEqualTo(wanted(200, TWO));
        assertThat(wanted(50, OTHER).within(open(100, ONE))).isEqualTo(Contention.NONE);
    }

    @Test
    void whatBothHaveIsNeverMoreMoneyThanEitherNorThanItsUnitsAreWorth() {
        assertThat(wanted(80, ONE).within(open(100, ONE)).amount()).isEqualTo(80);
        assertThat(wanted(100, ONE).within(open(80, ONE)).amount()).isEqualTo(80);
        assertThat(wanted(150, ONE, OTHER).within(open(120, ONE)).amount()).isEqualTo(100);
    }

    @Test
    void moneyWithoutUnitsIsKeptAsFarAsBothHaveIt() {
        Contention short150 = new Contention(List.of(ONE), 250, 150, Ground.CREDIT_SHORT, Review.STANDARD);
        Contention common = short150.within(open(130, ONE));

        assertThat(common.shortage()).isEqualTo(30);
        assertThat(common.amount()).isEqualTo(130);
        assertThat(common.ground()).isEqualTo(Ground.CREDIT_SHORT);
        assertThat(short150.within(open(90, ONE)).shortage()).isZero();
        assertThat(new Contention(List.of(), 150, 150, Ground.CREDIT_SHORT, Review.STANDARD).within(open(150)))
                .isEqualTo(new Contention(List.of(), 150, 150, Ground.CREDIT_SHORT, Review.STANDARD));
    }

    @Test
    void theStrongestGroundOfWhatBothHaveDecidesGroundAndReview() {
        DecisionLine refused = new DecisionLine("L1", 1, 100, Ground.MERCHANT_REFUSED);
        DecisionLine contested = new DecisionLine("L2", 1, 50, Ground.GOODS_CONTESTED);
        Contention both =
                new Contention(List.of(contested, refused), 150, 0, Ground.MERCHANT_REFUSED, Review.HUMAN_REQUIRED);

        assertThat(both.within(open(150, ONE, OTHER)).ground()).isEqualTo(Ground.MERCHANT_REFUSED);
        assertThat(both.within(open(50, OTHER)).ground()).isEqualTo(Ground.GOODS_CONTESTED);
        assertThat(both.within(open(50, OTHER)).review()).isEqualTo(Review.HUMAN_REQUIRED);
        assertThat(wanted(100, ONE).within(open(100, ONE)).review()).isEqualTo(Review.STANDARD);
    }

    @Test
    void unitsInCommonKeepTheValueOfTheFewerAndTheGroundOfTheWanted() {
        DecisionLine refused = new DecisionLine("L1", 2, 200, Ground.MERCHANT_REFUSED);
        Contention common = new Contention(List.of(refused), 200, 0, Ground.MERCHANT_REFUSED, Review.HUMAN_REQUIRED)
                .within(open(100, ONE));

        assertThat(common.lines()).containsExactly(new DecisionLine("L1", 1, 100, Ground.MERCHANT_REFUSED));
        assertThat(common.amount()).isEqualTo(100);
    }

    @Test
    void nothingIsNoMoney() {
        assertThat(Contention.NONE.isNothing()).isTrue();
        assertThat(wanted(1, ONE).isNothing()).isFalse();
    }
}
