package org.yizhan.hub.catalogue;

/** What became of an item that was to be kept. */
public sealed interface Keeping {
  /** It stands in the catalogue, with its barcodes. */
  record Kept() implements Keeping {}

  /** There are {@link Catalogue#ITEMS_MAX} already. */
  record Full() implements Keeping {}

  /** A barcode is another item's. */
  record BarcodeTaken(String barcode, CatalogueItem by) implements Keeping {}
}
