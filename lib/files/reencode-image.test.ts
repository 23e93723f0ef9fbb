import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { ImageRefused, reencodeImage } from "./reencode-image";
import { exe, heic, jpegOf, locatedJpeg, pixelBomb, pngOf, webpOf } from "./testing/sample-files";

const square = { maxSide: 512, square: true };

describe("TR-20 images are drawn again", () => {
  test.each([
    ["JPEG", jpegOf(900, 300), "jpeg"],
    ["PNG", pngOf(30, 20), "png"],
    ["WebP", webpOf(600, 700), "webp"],
    ["HEIC from a phone", heic(), "heic"],
  ] as const)("MC-30 a picture in %s becomes a square JPEG of 512 pixels", async (_label, bytes, format) => {
    const { format: written, width, height } = await sharp(await reencodeImage(await bytes, format, square)).metadata();
    expect({ written, width, height }).toEqual({ written: "jpeg", width: 512, height: 512 });
  });

  test("TR-20 a HEIC picture keeps its colours: yellow in the middle, blue at the edge", async () => {
    const { data, info } = await sharp(await reencodeImage(heic(), "heic", square))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)];
    const [middle, edge] = [at(256, 256), at(5, 5)];
    expect(middle[0]).toBeGreaterThan(200);
    expect(edge[2]).toBeGreaterThan((edge[0] ?? 0) + 60);
  });

  test("TR-20 position, maker and orientation of a photo do not survive, but it stands upright", async () => {
    const original = await locatedJpeg();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const drawn = await reencodeImage(original, "jpeg", { maxSide: 1000, square: false });
    const { exif, orientation, width, height } = await sharp(drawn).metadata();
    expect({ exif, orientation, width, height }).toEqual({ exif: undefined, orientation: undefined, width: 60, height: 80 });
    expect(drawn.includes("CanaryCamera")).toBe(false);
  });

  test("TR-20 what was appended to an image is lost", async () => {
    const drawn = await reencodeImage(Buffer.concat([await pngOf(), Buffer.from("<script>canary</script>")]), "png", square);
    expect(drawn.includes("canary")).toBe(false);
  });

  test("TR-20 an image larger than the target is reduced, a smaller one is not blown up unless cut to a square", async () => {
    const inside = { maxSide: 100, square: false };
    const sizes = await Promise.all(
      [jpegOf(400, 200), jpegOf(40, 20)].map(async (bytes) => sharp(await reencodeImage(await bytes, "jpeg", inside)).metadata()),
    );
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [100, 50],
      [40, 20],
    ]);
  });

  test("TR-20 50 000 by 50 000 points in a few bytes are refused before anything is decoded", async () => {
    await expect(reencodeImage(await pixelBomb(), "png", square)).rejects.toMatchObject({ reason: "pixels" });
  });

  test.each([
    ["a JPEG cut in the middle", jpegOf(800, 600).then((bytes) => bytes.subarray(0, bytes.length / 2)), "jpeg"],
    ["a HEIC cut in the middle", heic().subarray(0, 700), "heic"],
    ["a program", exe, "png"],
  ] as const)("TR-20 %s is refused as damaged", async (_what, bytes, format) => {
    const failure: unknown = await reencodeImage(await bytes, format, square).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImageRefused);
    expect(failure).toMatchObject({ reason: "damaged" });
  });
});
