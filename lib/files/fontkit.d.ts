/** What we use of a package that has no types of its own. */
declare module "fontkit" {
  interface Glyph {
    readonly advanceWidth: number;
    readonly path: { toSVG(): string };
  }
  export interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(point: number): boolean;
    glyphForCodePoint(point: number): Glyph;
  }
  export function create(bytes: Uint8Array): Font;
}
