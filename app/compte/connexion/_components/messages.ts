interface Message {
  readonly tone: "success" | "info";
  readonly title: string;
  readonly text: string;
}

/** What brought somebody here, by the `message` of the address: a closed list, so that an address cannot speak for us. */
export const signInMessages: Readonly<Record<string, Message>> = {
  confirme: { tone: "success", title: "C’est bon !", text: "Votre inscription a été validée, vous pouvez maintenant vous connecter." },
  "mot-de-passe": {
    tone: "success",
    title: "Vos changements ont été enregistrés.",
    text: "Connectez-vous avec votre nouveau mot de passe.",
  },
  secondaire: { tone: "success", title: "C’est bon !", text: "Votre courriel secondaire est confirmé." },
  adresse: { tone: "success", title: "C’est bon !", text: "Votre nouvelle adresse est confirmée : connectez-vous avec elle." },
  deconnexion: { tone: "info", title: "Vous êtes déconnecté.", text: "À bientôt." },
  fin: { tone: "info", title: "Votre session est terminée.", text: "Connectez-vous pour reprendre où vous en étiez." },
  ferme: { tone: "info", title: "Votre compte est fermé.", text: "Vos données ont été effacées. Merci d’avoir utilisé ce service." },
};
