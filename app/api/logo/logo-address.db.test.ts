import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { readLogo } from "@/lib/settings/logo/read-logo";
import { setLogo } from "@/lib/settings/logo/set-logo";
import { GET } from "./[version]/route";

const request = vi.hoisted(() => ({ ctx: undefined as unknown }));
vi.mock("server-only", () => ({}));
vi.mock("@/lib/entry/current-ctx", () => ({ currentCtx: () => Promise.resolve(request.ctx) }));

const asked = async (version: string) => {
  const host = { host: "localhost:3000" };
  const response = await GET(new Request("http://localhost:3000/api", { headers: host }), { params: Promise.resolve({ version }) });
  return [response.status, response.headers.get("cache-control")];
};

test("AD-15 browsers keep the picture of a version for good, and never that of another version under its address", () =>
  inRolledBackTx(async (tx) => {
    request.ctx = tx;
    expect(await asked("actuel")).toEqual([404, "private, no-store"]);
    const bytes = await sharp({ create: { width: 10, height: 10, channels: 3, background: "#27689a" } })
      .png()
      .toBuffer();
    await setLogo({ ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) }, { name: "logo.png", bytes }, { scan: null });
    const logo = await readLogo(tx);
    expect(await asked(logo?.version ?? "")).toEqual([200, "public, max-age=31536000, immutable"]);
    expect(await asked("0123456789abcdef")).toEqual([404, "private, no-store"]);
    // What mails name: the logo of the day they are read.
    expect(await asked("actuel")).toEqual([200, "public, max-age=300"]);
  }));
