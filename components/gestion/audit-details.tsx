import { describeDetails } from "@/lib/audit/describe-line";

/** The facts of a line, to read at a glance. */
export function AuditDetails({ details }: { readonly details: Readonly<Record<string, unknown>> }) {
  const facts = describeDetails(details);
  if (facts.length === 0) return null;
  return (
    <dl className="space-y-0.5 text-sm">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt className="inline text-ink-soft">{term} : </dt>
          <dd className="inline break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
