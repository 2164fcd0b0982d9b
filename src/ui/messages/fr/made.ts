import type { made as english } from "../en/made.ts"
import type { Translation } from "../translation.ts"

/** What a draft is made of. */
export const made: Translation<typeof english> = {
  made: "Pourquoi ce brouillon",
  "made.tier.sure": "Assez sûr pour un brouillon",
  "made.tier.unsure": "Pas sûr, donc pas encore de brouillon",
  "made.tier.nothing": "Aucune page ne répond",
  "made.chance": "Les pages comparables à la première trouvée répondent à {chance} des tickets.",
  "made.chance.refused": "Les pages comparables à la plus proche répondent à {chance} des tickets.",
  "made.macro":
    "La macro « {title} » passe en tête : le client a déjà fait ce que la page demande d’abord. Avant d’envoyer, faites ce que la macro dit que vous avez fait.",
  "made.reply":
    "Aucune page ne répond avec certitude, donc la réponse au ticket résolu « {title} » passe en tête : la question était presque la même. Ses propres valeurs sont des blancs.",
  "made.not-reused": "Omis de cette réponse, car propre à son client",
  "made.signal.page":
    "La page contient {level, select, much {une grande partie} some {une partie} other {peu}} de ce qui a été demandé.",
  "made.signal.window":
    "Ses deux meilleures phrases en contiennent {level, select, much {une grande partie} some {une partie} other {peu}}.",
  "made.signal.absent": "{share} des mots de la question, en poids, ne sont dans aucune page.",
  "made.signal.chance": "Selon la recherche seule, la première page répondrait avec une probabilité de {share}.",
  "made.used": "Sources du brouillon",
  "made.used.none": "Aucune phrase n’a de source.",
  "made.source": "{n}.",
  "made.sentences": "{count, plural, one {# phrase} other {# phrases}}",
  "made.unused": "Trouvées et non utilisées",
  "made.not-needed": "Rien n’en est dans le brouillon.",
  "made.near": "S’en approche, mais ne répond pas.",
  "made.internal": "Interne : rien n’en peut figurer dans une réponse.",
  "made.excluded": "Vous avez dit « Pas celle-ci ».",
  "made.cases": "Omis, car c’est un autre cas",
  "made.because": "Le ticket dit « {because} ».",
  "made.settings": "Comment il a été écrit",
  "made.offline": "Sans modèle, avec des phrases de vos articles.",
  "made.offline.reply": "Sans modèle, d’après la réponse à un ticket résolu.",
  "made.model": "Par {model} en {time}.",
  "made.model.twice": "Par {model} en {time}, sollicité deux fois.",
  "made.language": "Langue : {language}.",
  "made.wish": "Selon votre souhait :",
  "made.masking.strict":
    "Masquage strict : ce qui est peut-être un nom est remplacé avant tout envoi hors du navigateur.",
  "made.masking.balanced":
    "Masquage équilibré : ce qui est probablement un nom est remplacé avant tout envoi hors du navigateur."
}
