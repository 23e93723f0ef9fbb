import { downloadMyData, type MyData } from "@/lib/accounts/data-export/download-my-data";
import { readablePage } from "@/lib/accounts/data-export/readable-page";
import { type DataFormat, isDataFormat } from "@/lib/accounts/data-export/vocabulary";
import { paths } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";

const formats = {
  page: { type: "text/html", ending: "html", write: readablePage },
  json: { type: "application/json", ending: "json", write: (data) => JSON.stringify(data, null, 2) },
} as const satisfies Record<DataFormat, { type: string; ending: string; write: (data: MyData) => string }>;

/**
 * One's own data as a file. A POST: it counts for the day and is written down, so no link elsewhere may cause it.
 * A refusal leads back to the page, which says what to do (a plain form has no other way to show it).
 */
export const POST = route(
  { name: "account.download_data", policy: "signed_in", limit: { points: 10, per: 3600, by: "account" } },
  async (ctx, request) => {
    const asked = new URL(request.url).searchParams.get("format");
    const format = isDataFormat(asked) ? asked : "json";
    try {
      const data = await downloadMyData(ctx, { format });
      const { type, ending, write } = formats[format];
      return new Response(write(data), {
        headers: {
          "Content-Type": `${type}; charset=utf-8`,
          "Content-Disposition": `attachment; filename="mes-donnees-${data.date.slice(0, 10)}.${ending}"`,
          "Cache-Control": "private, no-store",
          "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
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
