package org.yizhan.station;

import java.util.Locale;

/** What a station offers besides its supplies; the word in a profile is the name in kebab case. */
public enum Amenity {
  DRINKING_WATER,
  MICROWAVE,
  FRIDGE,
  AIR_CONDITIONING,
  HEATING,
  PHONE_CHARGING,
  EBIKE_CHARGING,
  WIFI,
  TOILET,
  FIRST_AID,
  TOOLS,
  READING,
  MOTHER_AND_BABY,
  COPIER;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
