import type { PlaceLimits } from "@/lib/files/places.data";

/** Its row among the settings; apart from the table of those that a form changes. */
export const logoKey = "institution.logo";

/** In an address, instead of a version: whatever the logo is by then. For mails, which are read years later. */
export const logoOfNow = "actuel";

/** PNG, so that the background of the page shows through. */
export const logoLimits = {
  maxBytes: 1_000_000,
  formats: ["png", "jpeg", "webp"],
  image: { maxSide: 480, square: false, transparent: true },
} as const satisfies PlaceLimits;

/** What pages and mails need to show it. */
export interface Logo {
  /** Changes with the picture, so that browsers may keep it for good. */
  readonly version: string;
  readonly width: number;
  readonly height: number;
}
