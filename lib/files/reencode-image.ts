import sharp from "sharp";
import { decodeHeic } from "./decode-heic";
import type { FileFormat } from "./formats.data";
import { type ImageTarget, maxImagePixels } from "./places.data";
import type { ContentReason } from "./refusals";

/** The image cannot be kept; the reason is one of the French sentences of refusals.ts. */
export class ImageRefused extends Error {
  override readonly name = "ImageRefused";
  constructor(
    readonly reason: ContentReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/**
 * Draws an image again as JPEG (or PNG when it stays see-through): upright, at most `maxSide` pixels, cut to a centred square when the place says so.
 * What is not image is lost on the way: EXIF, GPS, comments, whatever was appended (TR-20).
 */
export async function reencodeImage(bytes: Buffer, format: FileFormat, target: ImageTarget): Promise<Buffer> {
  await refuseHuge(bytes);
  try {
    const readable = format === "heic" ? await decodeHeic(bytes) : bytes;
    const drawn = sharp(readable, { limitInputPixels: maxImagePixels, failOn: "warning" })
      .autoOrient()
      .resize({
        width: target.maxSide,
        height: target.maxSide,
        fit: target.square ? "cover" : "inside",
        withoutEnlargement: !target.square,
      })
      .toColourspace("srgb")
      .timeout({ seconds: 20 });
    if (target.transparent === true) return await drawn.png({ palette: true, quality: 90, compressionLevel: 9 }).toBuffer();
    return await drawn.flatten({ background: "#ffffff" }).jpeg({ quality: 85, mozjpeg: true }).toBuffer();
  } catch (error) {
    throw new ImageRefused("damaged", { cause: error });
  }
}

/** Dimensions stand in the header: an enormous image is refused before anything is decoded. */
async function refuseHuge(bytes: Buffer): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new ImageRefused("damaged", { cause: error });
    });
  if (width * height > maxImagePixels) throw new ImageRefused("pixels");
}
