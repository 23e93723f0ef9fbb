/** Every internal address, in one place; a test refuses one written by hand elsewhere. */
type Query = Readonly<Record<string, string | number | undefined>>;

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
}

/** A name may come several times. */
const withPairs = (path: string, query: readonly (readonly [string, string])[]) =>
  query.length === 0 ? path : `${path}?${new URLSearchParams(query.map((pair) => [...pair]))}`;

export const paths = {
  home: "/",
  applications: "/applications",
  launcher: (query: { refus?: string | undefined } = {}) => withQuery("/applications", query),
  account: {
    home: "/compte",
    signIn: (query: { retour?: string | undefined; courriel?: string | undefined; message?: string | undefined } = {}) =>
      withQuery("/compte/connexion", query),
    secondFactor: (query: { retour?: string | undefined; moyen?: "secours" | undefined } = {}) =>
      withQuery("/compte/connexion/verification", query),
    signUp: (query: { application?: string | undefined; retour?: string | undefined; courriel?: string | undefined } = {}) =>
      withQuery("/compte/inscription", query),
    signUpSent: (query: { demande: string }) => withQuery("/compte/inscription/confirmation", query),
    forgotten: (query: { courriel?: string | undefined } = {}) => withQuery("/compte/mot-de-passe-oublie", query),
    link: (token: string) => `/compte/lien/${token}`,
    enter: (application: string, query: { retour?: string | undefined } = {}) => withQuery(`/compte/acces/${application}`, query),
    identity: "/compte/identite",
    identityPart: (part: "photo" | "telephone") => `/compte/identite#${part}`,
    addresses: "/compte/adresses",
    addressesAfter: (query: { message?: string | undefined; changer?: "principale" | "secondaire" } = {}) =>
      withQuery("/compte/adresses", query),
    password: "/compte/mot-de-passe",
    strongerPassword: (query: { retour?: string | undefined } = {}) => withQuery("/compte/mot-de-passe", query),
    security: "/compte/securite",
    chooseFactor: (query: { retour?: string | undefined; fait?: string | undefined } = {}) => withQuery("/compte/securite", query),
    totp: (query: { retour?: string | undefined } = {}) => withQuery("/compte/securite/application", query),
    newPasskey: (query: { retour?: string | undefined } = {}) => withQuery("/compte/securite/cle", query),
    passkey: (id: string) => `/compte/securite/cle/${id}`,
    recoveryCodes: "/compte/securite/codes",
    removeFactor: (query: { moyen: string }) => withQuery("/compte/securite/retirer", query),
    sessions: "/compte/sessions",
    consents: "/compte/autorisations",
    terms: (document: string, version: string) => `/compte/autorisations/conditions/${document}/${version}`,
    data: "/compte/donnees",
    confirmPassword: (query: { retour?: string | undefined } = {}) => withQuery("/compte/confirmer", query),
  },
  trainers: {
    home: "/intervenants",
    signIn: "/intervenants/authentification",
    news: (query: { depuis?: string } = {}) => withQuery("/intervenants/actualites", query),
    /** The list, with this item open and in sight. */
    newsItem: (id: string) => `/intervenants/actualites?article=${id}#${id}`,
    document: (slug: string, query: { version?: number } = {}) => withQuery(`/intervenants/documents/${slug}`, query),
    /** "Déposer un CV": the ad one comes from gives the home structure. */
    signUp: (query: { annonce?: string | undefined } = {}) => withQuery("/intervenants/inscription", query),
    /** One's CV: how whole it is, what is missing, sending it. */
    cv: (query: { message?: string | undefined } = {}) => withQuery("/intervenants/cv", query),
    cvPage: (page: "identification" | "parcours", anchor?: string) => `/intervenants/cv/${page}${anchor === undefined ? "" : `#${anchor}`}`,
    cvLine: (id: string) => `/intervenants/cv/ligne/${id}`,
    cvPreview: "/intervenants/cv/apercu",
    cvImport: "/intervenants/cv/import",
    ads: (query: Query = {}) => withQuery("/intervenants/annonces", query),
    ad: (number: string) => `/intervenants/annonces/${number}`,
    apply: (number: string) => `/intervenants/annonces/${number}/candidater`,
    /** "Mes réponses aux annonces" */
    applications: (query: Query = {}) => withQuery("/intervenants/candidatures", query),
    dashboard: "/intervenants/tableau-de-bord",
    account: "/intervenants/mon-compte",
    myInformation: (query: { message?: string | undefined } = {}) => withQuery("/intervenants/mon-compte/informations", query),
    /** "Demander une modification" of this field. */
    askChange: (field: string) => `/intervenants/mon-compte/modification/${field}`,
    myInterventions: "/intervenants/mon-compte/interventions",
    unavailabilities: (query: { mois?: string | undefined; message?: string | undefined } = {}) =>
      withQuery("/intervenants/mon-compte/indisponibilites", query),
    unavailability: (id: string) => `/intervenants/mon-compte/indisponibilites/${id}`,
    /** "Données et pièces du dossier administratif"; with a block, that block in sight. */
    dossier: (query: Query = {}, block?: string) => `${withQuery("/intervenants/dossier", query)}${block === undefined ? "" : `#${block}`}`,
    dossierLooks: (query: Query = {}) => withQuery("/intervenants/dossier/consultations", query),
    dossierHonour: "/intervenants/dossier/attestation",
    /** A saved search, by the query of its address. */
    savedAds: (query: string) => (query === "" ? "/intervenants/annonces" : `/intervenants/annonces?${query}`),
    searches: (query: { message?: string | undefined } = {}) => withQuery("/intervenants/recherches", query),
    /** Keeps the search whose address has this query. */
    newSearch: (query: { recherche?: string | undefined } = {}) => withQuery("/intervenants/recherches/nouvelle", query),
    alerts: (token: string) => `/intervenants/alertes/${token}`,
    adsFeed: (query: readonly (readonly [string, string])[] = []) => withPairs("/intervenants/annonces.atom", query),
    openData: "/intervenants/annonces/donnees-ouvertes",
    /** With a region, its structures: the heading that holds them takes the focus. */
    information: ({ region }: { region?: string } = {}) =>
      `${withQuery("/intervenants/informations", { region })}${region === undefined ? "" : "#structures"}`,
  },
  manage: {
    home: "/gestion",
    people: (query: Query = {}) => withQuery("/gestion/personnes", query),
    person: (id: string) => `/gestion/personnes/${id}`,
    selection: (query: { ids?: string; retour?: string | undefined } = {}) => withQuery("/gestion/personnes/selection", query),
    ads: (query: Query = {}) => withQuery("/gestion/annonces", query),
    newAd: "/gestion/annonces/nouvelle",
    ad: (id: string, query: { message?: string } = {}) => withQuery(`/gestion/annonces/${id}`, query),
    editAd: (id: string) => `/gestion/annonces/${id}/modifier`,
    adApplications: (id: string, query: Query = {}) => withQuery(`/gestion/annonces/${id}/candidatures`, query),
    requests: (query: Query = {}) => withQuery("/gestion/intervenants/demandes", query),
    request: (id: string, query: { message?: string | undefined } = {}) => withQuery(`/gestion/intervenants/demandes/${id}`, query),
    decision: (id: string, query: { quoi: string; lu?: string | undefined }) =>
      withQuery(`/gestion/intervenants/demandes/${id}/decision`, query),
    trainers: (query: Query = {}) => withQuery("/gestion/intervenants", query),
    trainer: (id: string, query: { message?: string | undefined } = {}) => withQuery(`/gestion/intervenants/${id}`, query),
    shortlist: (query: Query = {}) => withQuery("/gestion/intervenants/selection", query),
    invite: (query: { ids?: string } = {}) => withQuery("/gestion/intervenants/inviter", query),
    changes: (query: Query = {}) => withQuery("/gestion/intervenants/modifications", query),
    change: (id: string) => `/gestion/intervenants/modifications/${id}`,
    newTrainer: (query: { message?: string | undefined } = {}) => withQuery("/gestion/intervenants/nouveau", query),
    importTrainers: "/gestion/intervenants/nouveau/importer",
    dossiers: (query: Query = {}) => withQuery("/gestion/dossiers", query),
    dossier: (id: string, query: { message?: string | undefined; fait?: string | undefined; bloc?: string | undefined } = {}) =>
      withQuery(`/gestion/dossiers/${id}`, query),
    /** All of them: complete, incomplete, soon to end. */
    dossierList: (query: Query = {}) => withQuery("/gestion/dossiers/liste", query),
    /** Several pieces validated at once. */
    dossierSelection: (query: Query = {}) => withQuery("/gestion/dossiers/selection", query),
    /** Why one opens it comes first. */
    openDossier: (profileId: string, query: { message?: string | undefined; fait?: string | undefined; bloc?: string | undefined } = {}) =>
      withQuery(`/gestion/dossiers/ouvrir/${profileId}`, query),
    extensions: (query: { piece?: string; du?: string; au?: string; fin?: string; message?: string } = {}) =>
      withQuery("/gestion/dossiers/prolongations", query),
    breachDrill: (query: Query = {}) => withQuery("/gestion/dossiers/fuites", query),
    interventions: (query: Query = {}) => withQuery("/gestion/interventions", query),
    intervention: (id: string) => `/gestion/interventions/${id}`,
    newIntervention: "/gestion/interventions/nouvelle",
    importInterventions: "/gestion/interventions/importer",
    registrationNumber: (query: { message?: string | undefined } = {}) => withQuery("/gestion/interventions/immatriculation", query),
    apiKeys: (query: { message?: string | undefined } = {}) => withQuery("/gestion/cles-api", query),
    phrasings: (query: { message?: string | undefined } = {}) => withQuery("/gestion/formulations", query),
    newPhrasing: "/gestion/formulations/nouvelle",
    phrasing: (id: string) => `/gestion/formulations/${id}`,
    news: (query: Query = {}) => withQuery("/gestion/actualites", query),
    newNews: "/gestion/actualites/nouvelle",
    newsItem: (id: string, query: { message?: string } = {}) => withQuery(`/gestion/actualites/${id}`, query),
    editNews: (id: string) => `/gestion/actualites/${id}/modifier`,
    documents: "/gestion/documents",
    document: (slug: string, query: { message?: string } = {}) => withQuery(`/gestion/documents/${slug}`, query),
    editDocument: (slug: string) => `/gestion/documents/${slug}/modifier`,
    references: "/gestion/references",
    referenceList: (slug: string, query: Query = {}) => withQuery(`/gestion/references/${slug}`, query),
    newReference: (slug: string) => `/gestion/references/${slug}/nouveau`,
    importReferences: (slug: string) => `/gestion/references/${slug}/importer`,
    reference: (slug: string, key: string, query: Query = {}) => withQuery(`/gestion/references/${slug}/${key}`, query),
    audit: (query: Query = {}) => withQuery("/gestion/journal", query),
    mails: (query: Query = {}) => withQuery("/gestion/courriels", query),
    mail: (id: string) => `/gestion/courriels/${id}`,
    jobs: "/gestion/taches",
    settings: "/gestion/parametres",
  },
  legal: {
    accessibility: "/accessibilite",
    access: "/plan-d-acces",
    siteMap: "/plan-du-site",
    notices: "/mentions-legales",
    cookies: "/cookies",
    help: "/aide",
  },
  localMail: (query: { to?: string | undefined } = {}) => withQuery("/courrier-local", query),
  localMailMessage: (id: string) => `/courrier-local/${id}`,
  design: "/systeme-de-design",
  siteMapFile: "/sitemap.xml",
  siteMapPart: (part: string) => `/sitemap/${part === "pages" ? part : `annonces-${part}`}.xml`,
  api: {
    health: "/api/health",
    ready: "/api/ready",
    metrics: "/api/metrics",
    adFile: (number: string) => `/api/annonces/${number}/fichier`,
    captcha: "/api/captcha",
    localMail: (id: string) => `/api/local-mails/${id}`,
    session: "/api/session",
    profile: "/api/intervenants/profil",
    dossierDraft: "/api/intervenants/dossier",
    /** The same form posted whole, with its files, where nothing runs in the browser. */
    dossierForm: "/api/intervenants/dossier/formulaire",
    profilePdf: "/api/intervenants/profil.pdf",
    /** A piece as staff sees it: the look is noted, images bear who looks and when. */
    dossierPiece: (versionId: string, slot: string) => `/api/gestion/dossiers/${versionId}/${slot}`,
    breachExport: (format: "csv" | "xlsx") => `/api/gestion/dossiers/fuites/fuite.${format}`,
    trainerPdf: (profileId: string) => `/api/gestion/intervenants/${profileId}/profil.pdf`,
    upload: (place: string, query: { retour?: string | undefined; pour?: string | undefined } = {}) =>
      withQuery("/api/files", { place, ...query }),
    file: (id: string) => `/api/files/${id}`,
    authorities: (query: { q: string }) => withQuery("/api/references/authorities", query),
    communes: (query: { q: string }) => withQuery("/api/references/communes", query),
    employers: (query: { q: string }) => withQuery("/api/references/employers", query),
    cron: (job: string) => `/api/cron/${job}`,
    auditExport: (query: Query = {}) => withQuery("/api/gestion/audit.csv", query),
    auditExcel: "/api/gestion/audit.xlsx",
    peopleExport: "/api/gestion/personnes.csv",
    peopleExcel: "/api/gestion/personnes.xlsx",
    trainersExport: "/api/gestion/intervenants.csv",
    trainersExcel: "/api/gestion/intervenants.xlsx",
    /** A list of the trainers' back office as a file; the query of its page follows. */
    listExport: (
      list: "demandes" | "modifications" | "interventions" | "annonces" | "candidatures" | "pieces" | "dossiers",
      format: "csv" | "xlsx",
    ) => `/api/gestion/listes/${list}.${format}`,
    manageMail: (id: string) => `/api/gestion/mails/${id}`,
    logo: (version: string) => `/api/logo/${version}`,
    sendLogo: "/api/gestion/logo",
    structures: (query: { q: string }) => withQuery("/api/gestion/structures", query),
    createTrainer: "/api/v1/intervenants",
    referencesExport: (slug: string) => `/api/gestion/references/${slug}`,
    ads: (query: readonly (readonly [string, string])[] = []) => withPairs("/api/annonces", query),
    myData: (query: { format: string }) => withQuery("/api/account/data", query),
  },
} as const;

/** Room for a page of ticked people in the address of what is done to them. */
export const longestReturn = 2_500;

/**
 * A "where to go next" taken from an address or a form: kept only when it stays on this site.
 * Refuses other origins in every disguise (//host, \host, control characters, encoded twice).
 */
export function safeReturn(candidate: unknown): string | undefined {
  if (typeof candidate !== "string" || candidate.length > longestReturn) return undefined;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/u.test(candidate) || candidate.includes("\\")) return undefined;
  try {
    const url = new URL(candidate, "https://here.invalid");
    if (url.origin !== "https://here.invalid" || url.pathname.startsWith("//") || /^\/(?:api|_next)(?:\/|$)/u.test(url.pathname))
      return undefined;
    return `${url.pathname}${url.search}`;
  } catch {
    return undefined;
  }
}
