/** What has just been done, by the `fait` of the address: a closed list, so that an address cannot speak for us. */
export const doneMessages: Readonly<Record<string, string>> = {
  renommee: "Votre clé d’accès a changé de nom.",
  "application-retiree": "Votre application de codes a été retirée.",
  "cle-retiree": "Votre clé d’accès a été retirée.",
};
