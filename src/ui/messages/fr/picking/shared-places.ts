import type { sharedPlaces as english } from "../../en/picking/shared-places.ts"
import type { Translation } from "../../translation.ts"

/** Places of a page that are the team's: in the panel, and on the admin page's card. */
export const sharedPlaces: Translation<typeof english> = {
  "shared.here":
    "Votre équipe a montré à Replywright où se trouvent les tickets dans cette page. Autorisez le site, et ils seront lus.",
  "shared.team": "Lu aux emplacements que votre équipe a montrés",
  "shared.of.browser": "Ces emplacements ne sont enregistrés que dans ce navigateur.",
  "shared.of.browser.same": "Ces emplacements sont enregistrés dans ce navigateur, et votre équipe utilise les mêmes.",
  "shared.of.browser.other":
    "Ces emplacements sont enregistrés dans ce navigateur. Votre équipe en utilise d’autres ; ils serviront ici quand vous aurez oublié les vôtres.",
  "shared.of.team": "Ces emplacements sont ceux de votre équipe. Un admin les a partagés.",
  "shared.of.nobody": "Ces emplacements ne servent que pour cette page. Ils ne sont pas enregistrés.",
  "shared.share": "Partager avec l’équipe",
  "shared.sharing": "Demande en cours",
  "shared.asked": "La demande est faite à un admin. D’ici là, cela ne fonctionne que dans ce navigateur.",
  "shared.already": "Votre équipe a déjà ces emplacements.",
  "shared.failed": "Rien n’a été partagé. {why}",
  "shared.hashed":
    "Rien n’a été partagé. Votre équipe garde les adresses des helpdesks sous forme hachée, et les emplacements contiennent l’adresse.",
  "shared.forget.team":
    "Ces emplacements sont ceux de votre équipe, donc ils restent. Un admin peut les retirer sur la page d’admin, et « Montrer à nouveau » donne à ce navigateur les siens.",
  "shared.forgotten":
    "Oubliés dans ce navigateur. Après un rechargement, la page est lue aux emplacements de votre équipe ; un admin peut les retirer.",

  shared: "Pages montrées par l’équipe",
  "shared.lead":
    "Sur un helpdesk que Replywright ne connaît pas, les agents montrent où se trouve le ticket dans une page. Ce que l’un d’eux a montré sert dans tous les navigateurs qui peuvent lire le site, une fois que vous le partagez. Cela ne contient que des emplacements : ni texte de ticket, ni code.",
  "shared.none": "Personne n’a proposé de page.",
  "shared.list": "Pages par site",
  "shared.state.proposed": "Proposés",
  "shared.state.shared": "Partagés",
  "shared.state.declined": "Non partagés",
  "shared.proposed": "Proposés par {name}, {time}.",
  "shared.decided.shared": "Partagés par {name}, {time}.",
  "shared.decided.declined": "Refusés ou retirés par {name}, {time}.",
  "shared.somebody": "quelqu’un que le relais ne connaît plus",
  "shared.subject": "Objet",
  "shared.messages": "Messages",
  "shared.customer": "Signe des messages du client",
  "shared.agent": "Signe des messages d’agents",
  "shared.notes": "Signe des notes internes",
  "shared.notes.all": "les mots habituels, comme « interne », et le jaune d’un pense-bête",
  "shared.notes.except": "les mots habituels et le jaune d’un pense-bête, sauf {words}",
  "shared.notes.colour": "le jaune",
  "shared.notes.warning":
    "Les messages avec {words} sont lus ici comme publics, y compris une note interne d’un agent. Ne partagez que si les messages publics de ce site ont vraiment cela, et que les notes ont autre chose.",
  "shared.reply": "Zone de réponse",
  "shared.read": "lu",
  "shared.read.newest-first": "lus, le plus récent en haut",
  "shared.not-read": "non lu",
  "shared.mark.name": "un nom dans le code de la page",
  "shared.mark.left": "leur côté du fil : gauche",
  "shared.mark.right": "leur côté du fil : droite",
  "shared.mark.first": "leur auteur : celui du premier message",
  "shared.mark.other": "leur auteur : pas celui du premier message",
  "shared.mark.word": "le mot « {word} » à côté d’eux",
  "shared.mark.none": "rien, donc ils sont omis",
  "shared.reply.yes": "oui : l’insertion y écrit",
  "shared.reply.no": "non : un brouillon peut seulement être copié",
  "shared.warning":
    "Avec une zone de réponse, l’insertion y écrit dans chaque navigateur de l’équipe. Ne partagez que si ce qui y est écrit va au client et n’est pas une note interne.",
  "shared.replaces": "Ceci remplace les emplacements que l’équipe utilise maintenant pour ce site.",
  "shared.json": "Les emplacements en JSON",
  "shared.do-share": "Partager",
  "shared.decline": "Refuser",
  "shared.remove": "Retirer",
  "shared.working": "Transmission au relais",
  "shared.said.shared":
    "Les emplacements de {site} sont partagés. Les navigateurs les utilisent dès la prochaine page qu’ils chargent.",
  "shared.said.declined": "Les emplacements de {site} sont refusés.",
  "shared.said.taken-back":
    "Les emplacements de {site} sont retirés. Les navigateurs cessent de les utiliser à la prochaine page qu’ils chargent.",
  "shared.sure":
    "Les pages de ce site ne seront plus lues dans les navigateurs qui n’ont pas leurs propres emplacements.",
  "shared.do": "Retirer les emplacements",
  "shared.keep": "Laisser partagés"
}
