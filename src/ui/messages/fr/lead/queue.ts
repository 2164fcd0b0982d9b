import type { queue as english } from "../../en/lead/queue.ts"
import type { Translation } from "../../translation.ts"

/** The queue of the review page: its orders, filters and samples. */
export const queue: Translation<typeof english> = {
  "queue.risk": "Risque",
  "queue.disagreement": "Désaccord",
  "queue.sample": "Échantillon",
  "queue.none-risky": "Aucun cas à risque.",
  "signal.contradicted": "contredit une source",
  "signal.promise": "promesse",
  "signal.angry": "client en colère",
  "signal.unverified": "non vérifié",
  "signal.heavy-edit": "forte modification",
  "signal.disagreement": "désaccord",
  "signal.money": "argent",
  "queue.filter": "Filtrer",
  "queue.filter.signal": "Raison de regarder",
  "queue.filter.signal.all": "Toute raison de regarder",
  "queue.filter.result": "Résultat",
  "queue.filter.result.all": "Tout résultat",
  "queue.filter.topic": "Étiquette",
  "queue.filter.topic.all": "Toute étiquette",
  "queue.filter.intent": "Motif",
  "queue.filter.intent.all": "Tout motif",
  "queue.filter.article": "Source",
  "queue.filter.article.all": "Toute source",
  "queue.filter.from": "Du jour",
  "queue.filter.to": "Au jour",
  "queue.filter.text": "Mots de l’objet, du brouillon ou de la réponse",
  "queue.filter.text.hint": "Mots entiers. Les noms sont masqués avant de quitter ce navigateur.",
  "queue.filter.search": "Rechercher",
  "queue.intent": "motif {name}",
  "queue.words": "mots : {text}",
  "queue.in-sample": "un échantillon",
  "sample.choose": "Échantillon",
  "sample.none": "Aucun échantillon",
  "sample.choice": "{day}, {by} : {reviewed, number} sur {size, number} relus",
  "sample.draw": "Tirer un échantillon de {size, number}",
  "sample.lead":
    "Tiré au hasard parmi les cas filtrés avec brouillon, autant de cas à risque que d’autres. Chaque cas compte pour ses semblables : l’estimation vaut donc pour tous.",
  "sample.estimate": "{verdict} : {share} ({interval})",
  "sample.of": "Estimé pour {cases, plural, one {# cas} other {# cas}}, avec des intervalles à 95 %.",
  "sample.more":
    "{count, plural, one {Il manque encore # relecture pour une estimation.} other {Il manque encore # relectures pour une estimation.}}",
  "audit.action.sample-drawn": "a tiré un échantillon de cas"
}
