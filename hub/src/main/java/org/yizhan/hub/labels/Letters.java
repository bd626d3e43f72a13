package org.yizhan.hub.labels;

import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.afm.FontMetrics;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/**
 * The two fonts of a sheet. Neither is in the file: Helvetica is one every reader has (ISO 32000-1,
 * 9.6.2.2), and Chinese text names the collection Adobe-GB1 with the standard encoding
 * UniGB-UTF16-H (9.7.5.2), for which the reader takes its own Chinese font. One of our own would
 * add some 19 MB (Noto Sans CJK), and a part of it would lack the rare character of some station's
 * name.
 */
final class Letters {
  static final String SONG = "Song";
  static final String LATIN = "Latin";
  private static final int EM = 1_000;
  private static final FontMetrics HELVETICA = Standard14Fonts.getAFM("Helvetica");

  private Letters() {}

  /** Letters of one font that follow one another. */
  record Run(String text, boolean chinese) {}

  static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || isChinese(text.charAt(i)) != isChinese(text.charAt(from))) {
        runs.add(new Run(text.substring(from, i), isChinese(text.charAt(from))));
        from = i;
      }
    }
    return runs;
  }

  /** Whatever is not printable ASCII is left to the larger font. */
  private static boolean isChinese(char letter) {
    return letter < ' ' || letter > '~';
  }

  /** Width in points. */
  static float width(String text, float points) {
    float width = 0;
    for (Run run : runs(text)) {
      if (run.chinese()) {
        width += EM * run.text().codePointCount(0, run.text().length());
      } else {
        for (char letter : run.text().toCharArray()) {
          width += HELVETICA.getCharacterWidth(WinAnsiEncoding.INSTANCE.getName(letter));
        }
      }
    }
    return width * points / EM;
  }

  /** What a page's resources say of them. */
  static COSDictionary resources() {
    COSDictionary fonts = new COSDictionary();
    fonts.setItem(COSName.getPDFName(SONG), song());
    COSDictionary latin = font("Type1", "Helvetica");
    latin.setName("Encoding", "WinAnsiEncoding");
    fonts.setItem(COSName.getPDFName(LATIN), latin);
    return fonts;
  }

  private static COSDictionary font(String subtype, String name) {
    COSDictionary font = new COSDictionary();
    font.setName("Type", "Font");
    font.setName("Subtype", subtype);
    font.setName("BaseFont", name);
    return font;
  }

  private static COSDictionary song() {
    COSDictionary collection = new COSDictionary();
    collection.setItem("Registry", new COSString("Adobe"));
    collection.setItem("Ordering", new COSString("GB1"));
    collection.setInt("Supplement", 4);
    COSDictionary descendant = font("CIDFontType0", "STSong-Light");
    descendant.setItem("CIDSystemInfo", collection);
    descendant.setInt("DW", EM);
    descendant.setItem("FontDescriptor", descriptor());
    COSDictionary song = font("Type0", "STSong-Light-UniGB-UTF16-H");
    song.setName("Encoding", "UniGB-UTF16-H");
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    song.setItem("DescendantFonts", descendants);
    return song;
  }

  /** Measures of the font that is named, as Adobe publishes them. */
  private static COSDictionary descriptor() {
    COSDictionary descriptor = new COSDictionary();
    descriptor.setName("Type", "FontDescriptor");
    descriptor.setName("FontName", "STSong-Light");
    descriptor.setInt("Flags", 6);
    descriptor.setInt("ItalicAngle", 0);
    descriptor.setInt("Ascent", 880);
    descriptor.setInt("Descent", -120);
    descriptor.setInt("CapHeight", 880);
    descriptor.setInt("StemV", 93);
    COSArray box = new COSArray();
    for (int edge : new int[] {-25, -254, 1_000, 880}) {
      box.add(COSInteger.get(edge));
    }
    descriptor.setItem("FontBBox", box);
    return descriptor;
  }
}
