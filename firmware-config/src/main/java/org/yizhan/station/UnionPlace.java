package org.yizhan.station;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in the union tree, from the province down ("shandong/liaocheng/dongchangfu"): 1 to 5
 * codes of province, city, district, street and group.
 */
public record UnionPlace(List<String> codes) {
  public static final int DEPTH_MAX = 5;
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public UnionPlace {
    codes = List.copyOf(codes);
    if (codes.isEmpty() || codes.size() > DEPTH_MAX) {
      throw new IllegalArgumentException("a place in the union tree has 1 to 5 parts");
    }
    for (String code : codes) {
      if (!CODE.matcher(code).matches()) {
        throw new IllegalArgumentException(
            "each part of a place has 1 to 32 characters of a-z, 0-9 and '-'");
      }
    }
  }

  public static UnionPlace of(String path) {
    return new UnionPlace(List.of(path.split("/", -1)));
  }

  @Override
  public String toString() {
    return String.join("/", codes);
  }
}
