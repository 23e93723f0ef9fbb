import { listNotices } from "../../database";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>;
}

/** F: twenty rows, rendered for each request, no client component. */
export default async function Rows({ searchParams }: Props) {
  const { region, specialty } = await searchParams;
  const rows = await listNotices(Number(region ?? 1), Number(specialty ?? 1));
  return (
    <main>
      <h1>Formations</h1>
      <ul>
        {rows.map(({ id, title, place, summary, publishedOn }) => (
          <li key={id}>
            <h2>{title}</h2>
            <p>
              {place}, {publishedOn}
            </p>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
