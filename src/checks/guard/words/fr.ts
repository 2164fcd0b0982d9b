import { numbered } from "./numbered.ts"
import type { GuardWords } from "./words.ts"

export const fr: GuardWords = {
  prompt: [
    "(?:invite|prompt|consignes?|instructions?) (?:de |du )?système", "prompt", "(?:message|consignes?|instructions?) du développeur", "(?:consignes?|instructions?|directives?) (?:cachées?|secrètes?|initiales?)",
    "en tant qu['’](?:ia|assistant(?:e)? virtuel(?:le)?|intelligence artificielle|assistant ia)", "en tant que (?:modèle de langage|chatbot|robot conversationnel)", "je (?:suis|ne suis qu['’])(?: que)? ?une? (?:ia|intelligence artificielle|modèle de langage|chatbot|assistant virtuel)",
    "mes (?:consignes|instructions|directives) (?:disent|indiquent|précisent|m['’]interdisent|m['’]imposent|sont|stipulent|me|prévoient)", "(?:d['’]après|selon|conformément à) mes (?:consignes|instructions|directives)", "(?:consignes?|instructions?|directives?) (?:qui m['’](?:ont|a)|que j['’]ai)",
    "(?:consigne|instruction) (?:reçue|donnée) ?:", "on m['’]a (?:demandé|ordonné|donné (?:pour )?(?:consigne|instruction)|dit) de (?:ne|toujours|répondre|refuser|garder)", "j['’]ai (?:reçu )?(?:pour|comme|l['’])? ?(?:consigne|instruction|ordre) de", "(?:articles|pages|documents|contexte|sources|extraits) (?:qui m['’](?:ont|a)|que j['’]ai)", "ignore[rz]? (?:toutes )?les (?:instructions|consignes) précédentes", "tu es (?:l['’]|un |une )assistante?", "l['’]assistante? ne (?:doit|peut) (?:jamais|pas)", "tu ne dois (?:jamais|pas|surtout)"
  ],
  secret: [
    "mots? de passe(?! (?:oublié|wi-?fi))", "code (?:pin|secret|confidentiel|de (?:sécurité|vérification|validation|confirmation|connexion|la carte)|d['’](?:accès|activation|authentification)|reçu|sms|à usage unique|temporaire|à (?:six|quatre|\\d) chiffres|qui s['’]affiche)", "codes? (?:que vous|qui vous|que nous|par sms)", "cryptogramme(?: visuel)?", "cvv|cvc", "num[ée]ros? (?:complet )?de (?:votre |la )?carte", "coordonnées (?:de (?:votre )?carte|bancaires complètes)", "identifiants?(?: et|,| de connexion)", "photo (?:recto|de votre carte|des deux faces)", "trois (?:derniers )?chiffres (?:au|du) dos", "phrase (?:secrète|de récupération)", "nip"
  ],
  ask: [
    "(?:envoyez|communiquez|donnez|transmettez|indiquez|dites|fournissez|confirmez|faites|écrivez|partagez|rappelez|précisez|adressez|lisez|dictez)(?:-(?:moi|nous|le|la|les|le-moi|le-nous|les-nous|la-nous|les-moi))", "(?:nous|m[e'’])\\s?(?:les? |la )?(?:envoyer|communiquer|transmettre|donner|indiquer|fournir|faire parvenir|confirmer|dire|adresser|préciser)", "répond(?:ez|re)(?: \\S{1,40}){0,8} (?:avec|en (?:indiquant|donnant|précisant|joignant|communiquant))", "(?:envoye[rz]|indique[rz]|écrivez|écrire|saisissez|saisir|note[rz]|mettez|mettre|communique[rz]|donne[rz]|transmett(?:ez|re))(?: \\S{1,40}){0,14} (?:ici|par retour|dans votre réponse|en réponse|à ce message|par (?:courriel|e-?mail|mail))", "quel est votre"
  ],
  askWeak: ["(?:nous avons|j['’]ai) besoin", "il nous faut(?:drait)?", "(?:veuillez|merci de|pourriez-vous|pouvez-vous)(?: nous| me)? (?:confirmer|communiquer|indiquer|fournir|envoyer|préciser|donner|transmettre)", "(?:communiquez|confirmez(?! (?:avec|par))|indiquez|transmettez|fournissez)"],
  place: ["écran", "page", "champ", "(?:dans|sur) (?:l['’]application|votre espace|le site|votre téléphone|l['’]appareil)", "application", "rubrique", "formulaire", "portail", "paramètres", "terminal", "consigne", "connexion"],
  not: ["jamais", "ne", "pas", "aucun\\p{L}*", "inutile", "sans", "ni", "personne", "n['’]\\p{L}+", "plutôt que", "au lieu", "évitez"],
  condition: ["si", "quand", "lorsque", "lorsqu['’]\\p{L}+", "après", "dès", "avant", "pourquoi", "comment", "parce", "s['’]il\\p{L}*", "au sujet", "concernant"],
  search: ["(?:cherchez|recherchez|tapez|saisissez|entrez)(?: \\S{1,40}){0,14} (?:sur (?:google|bing|internet|le web|la toile)|dans (?:google|(?:un|votre|le|n['’]importe quel) moteur(?: de recherche)?|la barre de recherche)|en ligne|sur (?:l['’]app|le play) store)", "moteurs? de recherche", "(?:une )?recherche (?:google|internet|sur (?:google|internet))", "googlez", "(?:app|play) store,? (?:et )?(?:cherchez|recherchez|tapez)"],
  login: ["connectez-vous", "identifiez-vous", "connexion", "inscrivez-vous", "enregistrez-vous", "vos identifiants", "votre (?:mot de passe|numéro|identifiant|code)", "installez", "téléchargez", "premier (?:résultat|lien|site)", "créez un compte", "saisissez votre", "entrez votre", "se connecter", "ouvrez", "site (?:proposé|trouvé|qui)"],
  contact: ["écrivez", "écrire", "contactez", "contacter", "ajoutez", "rejoignez", "joignable", "joindre", "message", "messagerie", "envoyez", "groupe", "canal", "salon", "profil", "compte", "pseudo", "identifiant", "suivez", "discutez", "conseiller", "cherchez"],
  numbers: numbered("zéro zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante septante huitante octante nonante cent", "0 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 20 20 30 40 50 60 70 80 80 90 100"),
  at: ["arobase", "arobas", "chez"],
  dot: ["point"]
}
