package org.yizhan.pass;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of CBOR (RFC 8949) that passes are made of. */
sealed interface CborItem {
  /** A whole number of 64 bits. */
  record Whole(long value) implements CborItem {}

  record Text(String value) implements CborItem {}

  /** A byte string, neither copied nor changed. */
  @SuppressWarnings("ArrayRecordComponent") // written and read once, compared never
  record Octets(byte[] value) implements CborItem {}

  record Flag(boolean value) implements CborItem {}

  record Null() implements CborItem {}

  record Items(List<CborItem> items) implements CborItem {
    public Items {
      items = List.copyOf(items);
    }

    static Items of(CborItem... items) {
      return new Items(List.of(items));
    }
  }

  /** A map; its members stand in the order of their encoded labels (RFC 8949 section 4.2.1). */
  record Members(List<Member> members) implements CborItem {
    public Members {
      members = List.copyOf(members);
    }

    @Nullable CborItem find(long label) {
      for (Member member : members) {
        if (member.label() instanceof Whole(long value) && value == label) {
          return member.value();
        }
      }
      return null;
    }
  }

  /** One member of a map, its label a {@link Whole} or a {@link Text}. */
  record Member(CborItem label, CborItem value) {
    static Member of(long label, CborItem value) {
      return new Member(new Whole(label), value);
    }
  }
}
