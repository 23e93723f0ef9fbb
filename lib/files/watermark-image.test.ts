import sharp from "sharp";
import { expect, test } from "vitest";
import { jpegOf, pixelBomb, pngOf } from "./testing/sample-files";
import { watermarkImage } from "./watermark-image";

const words = "Marc Lambert · 21/11/2026 à 10:24 · CNFPT";
const raw = (bytes: Buffer) => sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });

/** In each of 6 × 6 parts of an image of one colour, how many points bear something else. */
async function marked(bytes: Buffer): Promise<readonly number[]> {
  const { data, info } = await raw(bytes);
  const ground = data.toSorted()[data.length >> 1] ?? 0;
  const parts = Array.from({ length: 36 }, () => 0);
  data.forEach((value, index) => {
    if (Math.abs(value - ground) < 25) return;
    const [x, y] = [index % info.width, Math.floor(index / info.width)];
    const part = Math.floor((y * 6) / info.height) * 6 + Math.floor((x * 6) / info.width);
    parts[part] = (parts[part] ?? 0) + 1;
  });
  return parts;
}

test.each(["#ffffff", "#101010", "#808080"])(
  "EI-105 the watermark is in every part of the picture, on a ground of %s",
  async (background) => {
    const paper = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
      .jpeg()
      .toBuffer();
    expect((await marked(paper)).every((count) => count === 0)).toBe(true);
    expect((await marked(await watermarkImage(paper, words))).every((count) => count > 150)).toBe(true);
  },
);

test("EI-105 two people's watermarks differ in the pixels", async () => {
  const paper = await pngOf(900, 600);
  const [one, other] = await Promise.all([watermarkImage(paper, words), watermarkImage(paper, words.replace("Marc", "Zoé Ğ"))]);
  const [{ data: first }, { data: second }] = await Promise.all([raw(one), raw(other)]);
  expect(first.filter((value, index) => Math.abs(value - (second[index] ?? 0)) > 40).length).toBeGreaterThan(500);
});

test("EI-105 what is shown is a JPEG of at most 2 400 points, without what the file carried; a tiny one is marked too", async () => {
  const large = await watermarkImage(await jpegOf(4000, 1000), words);
  expect(await sharp(large).metadata()).toMatchObject({ format: "jpeg", width: 2400, height: 600 });
  const tiny = await watermarkImage(await jpegOf(60, 40), words);
  expect(await sharp(tiny).metadata()).toMatchObject({ width: 60, height: 40 });
});

test("EI-105 a name cannot draw anything but its letters", async () => {
  const paper = await pngOf(300, 200);
  await expect(watermarkImage(paper, `<image href="file:///etc/passwd"/> & "' \u0000 漢字`)).resolves.toBeInstanceOf(Buffer);
});

test("TR-20 more points than any camera gives are not decoded", async () => {
  await expect(watermarkImage(await pixelBomb(), words)).rejects.toThrow(/pixel limit/u);
});
