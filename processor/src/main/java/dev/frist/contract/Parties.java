package dev.frist.contract;

import dev.frist.domain.fact.Audience;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReturnKind;

/** The words that several topics share. */
final class Parties {

    private static final Words<dev.frist.schema.Party, Party> PARTIES =
            Words.between(dev.frist.schema.Party.class, Party.class);
    private static final Words<Party, dev.frist.schema.Party> PARTIES_BACK =
            Words.between(Party.class, dev.frist.schema.Party.class);
    private static final Words<dev.frist.schema.Audience, Audience> AUDIENCES =
            Words.between(dev.frist.schema.Audience.class, Audience.class);
    private static final Words<Audience, dev.frist.schema.Audience> AUDIENCES_BACK =
            Words.between(Audience.class, dev.frist.schema.Audience.class);
    private static final Words<dev.frist.schema.ReturnKind, ReturnKind> KINDS =
            Words.between(dev.frist.schema.ReturnKind.class, ReturnKind.class);
    private static final Words<ReturnKind, dev.frist.schema.ReturnKind> KINDS_BACK =
            Words.between(ReturnKind.class, dev.frist.schema.ReturnKind.class);

    private Parties() {}

    static Party read(dev.frist.schema.Party party) {
        return PARTIES.of(party);
    }

    static dev.frist.schema.Party write(Party party) {
        return PARTIES_BACK.of(party);
    }

    static Audience read(dev.frist.schema.Audience audience) {
        return AUDIENCES.of(audience);
    }

    static dev.frist.schema.Audience write(Audience audience) {
        return AUDIENCES_BACK.of(audience);
    }

    static ReturnKind read(dev.frist.schema.ReturnKind kind) {
        return KINDS.of(kind);
    }

    static dev.frist.schema.ReturnKind write(ReturnKind kind) {
        return KINDS_BACK.of(kind);
    }
}
