import { downloadMyData } from "@/lib/accounts/data-export/download-my-data";
import { paths } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";

/**
 * One's own data as a file. A POST: it counts for the day and is written down, so no link elsewhere may cause it.
 * A refusal leads back to the page, which says what to do (a plain form has no other way to show it).
 */
export const POST = route(
  { name: "account.download_data", policy: "signed_in", limit: { points: 10, per: 3600, by: "account" } },
  async (ctx) => {
    try {
      const data = await downloadMyData(ctx);
      return new Response(JSON.stringify(data, null, 2), {
        headers: {
          "Content-Type": "application/json; charset=utf-8",
          "Content-Disposition": `attachment; filename="mes-donnees-${data.date.slice(0, 10)}.json"`,
          "Cache-Control": "private, no-store",
          "X-Content-Type-Options": "nosniff",
        },
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const back = error.code === "unauthenticated" ? paths.account.confirmPassword({ retour: paths.account.data }) : paths.account.data;
      return new Response(null, { status: 303, headers: { Location: back, "Cache-Control": "no-store" } });
    }
  },
);
