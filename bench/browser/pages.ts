import type { People } from "../people";
import type { Server } from "../server";
import type { Visited, Who } from "./measure-pages";

const visitor = [
  "/",
  "/compte/connexion",
  "/compte/inscription",
  "/compte/mot-de-passe-oublie",
  "/aide",
  "/accessibilite",
  "/mentions-legales",
  "/plan-d-acces",
  "/plan-du-site",
  "/cookies",
];
const person = [
  "/applications",
  "/compte",
  "/compte/identite",
  "/compte/adresses",
  "/compte/mot-de-passe",
  "/compte/securite",
  "/compte/sessions",
  "/compte/autorisations",
  "/compte/donnees",
];
const administrator = [
  "/gestion",
  "/gestion/personnes",
  "/gestion/journal",
  "/gestion/courriels",
  "/gestion/taches",
  "/gestion/parametres",
];
const timed = new Set([
  "/",
  "/compte/connexion",
  "/compte/inscription",
  "/aide",
  "/applications",
  "/compte",
  "/compte/identite",
  "/gestion",
  "/gestion/personnes",
]);

/** The pages of the site by who may see them, after the floor's and the bare server's. */
export function pagesToVisit({ site, floor, bare }: Readonly<Record<"site" | "floor" | "bare", Server>>, people: People): Visited[] {
  const origin = ({ port }: Server) => `http://localhost:${port}`;
  const [cookie] = people.cookies;
  const of = (who: Who, paths: readonly string[], cookie?: string) =>
    paths.map((path): Visited => ({ who, origin: origin(site), path, cookie, timed: timed.has(path) }));
  return [
    { who: "bare", origin: origin(bare).replace("localhost", "127.0.0.1"), path: "/rows", timed: true },
    { who: "floor", origin: origin(floor), path: "/rows", timed: true },
    ...of("visitor", visitor),
    ...of("person", person, cookie),
    ...of("administrator", administrator, people.administrator),
  ];
}
