import { type CsvCell, csvStream } from "@/lib/core/csv";
import { excelFile } from "@/lib/core/excel";
import { shortDate } from "@/lib/core/format";
import { log } from "@/lib/core/log";

type Batches = AsyncGenerator<readonly (readonly CsvCell[])[]>;

interface Download {
  /** First word of the file's name. */
  readonly name: string;
  readonly now: Date;
  readonly header: readonly string[];
  readonly batches: Batches;
}

/** A CSV file sent as it is read; a fault on the way cuts the download, so that nobody takes a part for the whole. */
export function csvResponse({ name, now, header, batches }: Download): Response {
  return new Response(csvStream(header, logged(name, batches)), {
    headers: headersOf("text/csv; charset=utf-8", `${name}-${dayOf(now)}.csv`),
  });
}

/** The same as an Excel file, made whole before it is sent. */
export async function excelResponse({ name, now, header, batches }: Download): Promise<Response> {
  const file = await excelFile(header, logged(name, batches));
  return new Response(new Uint8Array(file), {
    headers: headersOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", `${name}-${dayOf(now)}.xlsx`),
  });
}

const dayOf = (now: Date) => shortDate(now).split("/").reverse().join("-");
const headersOf = (type: string, fileName: string) => ({
  "Content-Type": type,
  "Content-Disposition": `attachment; filename="${fileName}"`,
  "Content-Security-Policy": "sandbox",
  "Cache-Control": "private, no-store",
});

async function* logged(name: string, batches: Batches): Batches {
  try {
    yield* batches;
  } catch (error) {
    log.error({ err: error, export: name }, "export interrupted");
    throw error;
  }
}

/** The query of an address, each name with all its values. */
export function queryOf(request: Request): Record<string, string[]> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}
