package dev.frist.domain.policy;

import static dev.frist.domain.policy.PolicyDraft.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.ReturnKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

    private static final Subject SUBJECT = new Subject("SE", "M1", "DIRECT", ReturnKind.WITHDRAWAL);

    private static PolicyBook book(PolicyDraft... drafts) {
        PolicyBook book = PolicyBook.EMPTY;
        for (PolicyDraft draft : drafts) {
            book = book.with(draft.get());
        }
        return book;
    }

    private static String chosen(PolicyBook book, long registeredAt) {
        WindowPolicy policy = book.choose(SUBJECT, registeredAt);
        return policy == null ? "none" : policy.ref().toString();
    }

    private static List<String> refs(List<WindowPolicy> policies) {
        return policies.stream().map(policy -> policy.ref().toString()).toList();
    }

    @Test
    void choosesNothingFromAnEmptyBook() {
        assertThat(chosen(PolicyBook.EMPTY, Long.MAX_VALUE)).isEqualTo("none");
    }

    @Test
    void choosesAVersionFromTheInstantItTakesEffect() {
        PolicyBook book = book(draft("a", 1).from(1000));
        assertThat(chosen(book, 999)).isEqualTo("none");
        assertThat(chosen(book, 1000)).isEqualTo("a@1");
        assertThat(chosen(book, 1001)).isEqualTo("a@1");
    }

    @Test
    void choosesTheHighestVersionInForceNotTheYoungest() {
        PolicyBook book = book(
                draft("a", 1).from(1000),
                draft("a", 2).from(3000),
                draft("a", 3).from(2000),
                draft("a", 4).from(4000));
        assertThat(chosen(book, 1999)).isEqualTo("a@1");
        assertThat(chosen(book, 2000)).isEqualTo("a@3");
        assertThat(chosen(book, 3500)).isEqualTo("a@3");
        assertThat(chosen(book, 4000)).isEqualTo("a@4");
    }

    @Test
    void choosesTheHigherOfTwoVersionsThatTakeEffectAtOnce() {
        assertThat(chosen(book(draft("a", 2).from(1000), draft("a", 1).from(1000)), 1000))
                .isEqualTo("a@2");
    }

    @Test
    void ordersVersionsAsNumbers() {
        assertThat(chosen(book(draft("a", 10).from(0), draft("a", 9).from(0)), 0))
                .isEqualTo("a@10");
    }

    @Test
    void aVersionThatNoLongerMatchesStillPutsTheEarlierOneOutOfForce() {
        PolicyBook book =
                book(draft("a", 1).from(1000), draft("a", 2).from(2000).scope("NO", null, null, null));
        assertThat(chosen(book, 1999)).isEqualTo("a@1");
        assertThat(chosen(book, 2000)).isEqualTo("none");
    }

    @Test
    void choosesTheMostSpecificThatMatches() {
        PolicyDraft all = draft("all", 1).scope(null, null, null, null);
        PolicyDraft market = draft("market", 1).scope("SE", null, null, null);
        PolicyDraft kind = draft("kind", 1).scope(null, null, null, ReturnKind.WITHDRAWAL);
        PolicyDraft channel = draft("channel", 1).scope(null, null, "DIRECT", null);
        PolicyDraft rest = draft("rest", 1).scope("SE", null, "DIRECT", ReturnKind.WITHDRAWAL);
        PolicyDraft merchant = draft("merchant", 1).scope(null, "M1", null, null);
        PolicyDraft other = draft("other", 1).scope("SE", "M2", "DIRECT", ReturnKind.WITHDRAWAL);
        long now = all.get().effectiveFrom();
        assertThat(chosen(book(other, all), now)).isEqualTo("all@1");
        assertThat(chosen(book(other, all, market), now)).isEqualTo("market@1");
        assertThat(chosen(book(other, market, kind), now)).isEqualTo("kind@1");
        assertThat(chosen(book(other, kind, channel), now)).isEqualTo("channel@1");
        assertThat(chosen(book(other, channel, rest), now)).isEqualTo("rest@1");
        assertThat(chosen(book(other, rest, merchant, all, market), now)).isEqualTo("merchant@1");
    }

    @Test
    void choosesTheFirstByPolicyIdAmongEquals() {
        assertThat(chosen(book(draft("b", 1), draft("a", 1), draft("c", 1)), Long.MAX_VALUE))
                .isEqualTo("a@1");
        assertThat(chosen(book(draft("b", 7), draft("B", 1)), Long.MAX_VALUE)).isEqualTo("B@1");
    }

    @Test
    void laterVersionsAreThoseThatExtendAndMatchByVersion() {
        OpenCases extend = OpenCases.EXTEND_OPEN_CASES;
        PolicyBook book = book(
                draft("a", 6).open(extend).from(10),
                draft("a", 1).open(extend),
                draft("a", 2).open(extend),
                draft("a", 3).open(extend).from(Long.MAX_VALUE),
                draft("a", 4),
                draft("a", 5).open(extend).scope("NO", null, null, null),
                draft("b", 9).open(extend));
        assertThat(refs(book.laterVersions(new PolicyRef("a", 2), SUBJECT))).containsExactly("a@3", "a@6");
        assertThat(refs(book.laterVersions(new PolicyRef("a", 0), SUBJECT)))
                .containsExactly("a@1", "a@2", "a@3", "a@6");
        assertThat(book.laterVersions(new PolicyRef("a", 6), SUBJECT)).isEmpty();
        assertThat(book.laterVersions(new PolicyRef("x", 1), SUBJECT)).isEmpty();
    }

    @Test
    void listsWhatIsInForceByPolicyId() {
        PolicyBook book = book(
                draft("b", 1).from(5),
                draft("a", 1).from(5),
                draft("a", 2).from(9).scope("NO", null, null, null),
                draft("c", 1).from(6));
        assertThat(refs(book.inForce(4))).isEmpty();
        assertThat(refs(book.inForce(5))).containsExactly("a@1", "b@1");
        assertThat(refs(book.inForce(9))).containsExactly("a@2", "b@1", "c@1");
    }

    @Test
    void previousIsTheHighestLowerVersion() {
        PolicyBook book = book(draft("a", 1), draft("a", 3), draft("a", 5), draft("b", 4));
        assertThat(book.previous(new PolicyRef("a", 1))).isNull();
        assertThat(book.previous(new PolicyRef("a", 4))).isEqualTo(draft("a", 3).get());
        assertThat(book.previous(new PolicyRef("a", 5))).isEqualTo(draft("a", 3).get());
        assertThat(book.previous(new PolicyRef("a", 6))).isEqualTo(draft("a", 5).get());
        assertThat(book.previous(new PolicyRef("c", 6))).isNull();
    }

    @Test
    void findsAndListsVersionsAndNeverChanges() {
        PolicyBook one = book(draft("b", 1));
        PolicyBook more = one.with(draft("a", 2).get()).with(draft("a", 1).get());
        assertThat(refs(one.all())).containsExactly("b@1");
        assertThat(refs(more.all())).containsExactly("a@1", "a@2", "b@1");
        assertThat(more.find(new PolicyRef("a", 2))).isEqualTo(draft("a", 2).get());
        assertThat(more.find(new PolicyRef("a", 3))).isNull();
        assertThat(more.find(new PolicyRef("z", 1))).isNull();
        assertThat(PolicyBook.EMPTY.all()).isEmpty();
        assertThat(refs(more.with(draft("a", 2).get()).all())).containsExactly("a@1", "a@2", "b@1");
    }
}
