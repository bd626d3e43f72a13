package org.yizhan.hub.labels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Pages of ink as a PDF. */
final class Paper {
  private Paper() {}

  static byte[] a4(List<Ink> pages) {
    try (PDDocument document = new PDDocument()) {
      COSDictionary resources = new COSDictionary();
      resources.setItem(COSName.FONT, Letters.resources());
      for (Ink ink : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(new PDResources(resources));
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
          ink.writeTo(out);
        }
        page.setContents(content);
        document.addPage(page);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // all of it is in memory
    }
  }
}
