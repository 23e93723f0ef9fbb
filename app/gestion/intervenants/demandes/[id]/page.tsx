import { RequestStateBadge } from "@/components/gestion/request-state-badge";
import { ProfileView } from "@/components/trainers/profile-view";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { age, dateTime, longDate, parisDay, time } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readProfileNames } from "@/lib/trainers/library/read-profile-names";
import { listColleagues } from "@/lib/trainers/review/hand-over";
import { listPhrasings } from "@/lib/trainers/review/list-phrasings";
import { partTitle, profileParts, wholeProfile } from "@/lib/trainers/review/parts.data";
import { can, passageOf } from "@/lib/trainers/review/policy";
import { readRequest, type StudiedRequest } from "@/lib/trainers/review/read-request";
import { PastRemarks } from "./_components/past-remarks";
import { RequestFacts } from "./_components/request-facts";
import { ReservationBanner } from "./_components/reservation-banner";
import { RemarkField, ReviewForm } from "./_components/review-form";

export const metadata = titled("Étudier une demande");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  valide: "La demande est validée : le profil est dans la CVthèque, et la personne en est avertie par courriel.",
  confiee: "La demande est confiée : tous ses collègues voient qui l’étudie.",
  complements: "Les compléments sont demandés : la personne reçoit vos remarques par courriel.",
  refuse: "La demande n’est pas retenue : la personne en reçoit la raison par courriel.",
};

/** A request, studied: the profile beside what is said of it, part by part (AD-02, EI-41, EI-43). */
export default page({ name: "manage.request", policy: "staff", application: "gestion" }, async (ctx, { params, searchParams }) => {
  const study = await readRequest(ctx, params["id"] ?? "");
  const [names, phrasings, colleagues] = await Promise.all([
    readProfileNames(ctx),
    listPhrasings(ctx, "correction"),
    listColleagues(ctx, study.request.structureId),
  ]);
  const { request, profile, open, name, structure, answers, without, lines, remarks, reservation, draft } = study;
  const last = lastOf(study);
  const verdict = can.decide(ctx.actor, { request, profile, last });
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  const view = { answers, without, lines, names, cvFileId: profile.cvFileId };
  const past = (part: string) => <PastRemarks remarks={remarks.filter(({ block }) => block === part)} />;
  return (
    <>
      <Breadcrumb parents={[{ label: "Demandes d’inscription", href: paths.manage.requests() }]} current={name} />
      <PageHeader
        title={name}
        eyebrow={<RequestStateBadge state={request.state} />}
        lead={`${structure}. Transmise le ${longDate(request.sentAt)}, il y a ${age((ctx.now.getTime() - request.sentAt.getTime()) / 1000)}.`}
      />
      <div className="mb-6 space-y-4">
        {arrival !== undefined && <Alert tone="success" title={arrival} role="status" />}
        <RequestFacts study={study} />
        {verdict.allowed ? (
          <ReservationBanner
            requestId={request.id}
            colleagues={colleagues}
            initial={reservation && { ...reservation, since: whenOf(reservation.since, ctx.now, "") }}
          />
        ) : (
          <Alert tone="info" title={request.state === "submitted" ? verdict.reason : passageOf({ request, last })}>
            {!open && <p>Le profil dépend maintenant d’une autre structure : vous ne lisez plus que votre propre étude.</p>}
            {open && request.state === "correction" && <p>La personne complète son profil : ce que vous lisez peut encore changer.</p>}
          </Alert>
        )}
      </div>
      {verdict.allowed ? (
        <ReviewForm
          requestId={request.id}
          version={request.version}
          written={draft?.remarks ?? {}}
          savedAt={draft && whenOf(draft.updatedAt, ctx.now, "à ")}
          titles={Object.fromEntries([wholeProfile, ...profileParts.map(({ id }) => id)].map((id) => [id, partTitle(id)]))}
          phrasings={phrasings.map(({ id, title, body }) => ({ id, title, body }))}
        >
          <ProfileView
            {...view}
            beside={({ id, title }) => (
              <RemarkField part={id} title={title} written={draft?.remarks[id] ?? ""}>
                {past(id)}
              </RemarkField>
            )}
          />
          <RemarkField part={wholeProfile} title="l’ensemble du dossier" written={draft?.remarks[wholeProfile] ?? ""}>
            {past(wholeProfile)}
          </RemarkField>
        </ReviewForm>
      ) : (
        <>
          {past(wholeProfile)}
          {open ? (
            <ProfileView
              {...view}
              beside={({ id }) => remarks.some(({ block }) => block === id) && <div className="min-w-0 lg:pt-2">{past(id)}</div>}
            />
          ) : (
            <RemarksAlone remarks={remarks} />
          )}
        </>
      )}
    </>
  );
});

/** What was asked of each part, without the part. */
const RemarksAlone = ({ remarks }: Pick<StudiedRequest, "remarks">) =>
  profileParts
    .map(({ id, title }) => ({ title, asked: remarks.filter(({ block }) => block === id) }))
    .filter(({ asked }) => asked.length > 0)
    .map(({ title, asked }) => (
      <section key={title} className="mt-4">
        <h2 className="mb-2 text-lg">{title}</h2>
        <PastRemarks remarks={asked} />
      </section>
    ));

/** The hour alone for today, "14:02"; else the day too, "le 20/11/2026 à 14:02". */
const whenOf = (instant: Date, now: Date, before: string) =>
  parisDay(instant) === parisDay(now) ? `${before}${time(instant)}` : `le ${dateTime(instant)}`;

/** Who brought the request where it is. */
function lastOf({ history, request }: StudiedRequest) {
  const last = history.findLast(({ at }) => at <= (request.decidedAt ?? at));
  if (last === undefined) return null;
  const by = [last.firstName, last.lastName].filter((part) => part !== null).join(" ");
  return { at: last.at, by: by === "" ? null : by };
}
