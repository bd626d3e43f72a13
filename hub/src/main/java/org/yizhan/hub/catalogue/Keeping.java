package org.yizhan.hub.catalogue;

/** What became of an item that was to be kept. */
public sealed interface Keeping {
  /** It stands in the catalogue, with its barcodes. */
  record Kept() implements Keeping {}

  /** A new item has the code of this one. */
  record CodeTaken(CatalogueItem by) implements Keeping {}

  /** Somebody kept it since it was shown. */
  record ChangedMeanwhile() implements Keeping {}

  /** There are {@link Catalogue#ITEMS_MAX} already. */
  record Full() implements Keeping {}

  /** A barcode is another item's. */
  record BarcodeTaken(String barcode, CatalogueItem by) implements Keeping {}
}
