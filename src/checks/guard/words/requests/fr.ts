import type { RequestWords } from "./words.ts"

const TOLD =
  "(?:lire|relire|souffler|glisser|dicter|donner|communiquer|transmettre|indiquer|envoyer|renvoyer|transférer|" +
  "dire|préciser|recopier|copier|coller|fournir|partager|épeler|noter|confirmer|faire suivre|" +
  "faire parvenir|faire passer|photographier|montrer|écrire|énoncer|adresser|répéter|texter)"
const ME = "(?:(?:me|nous|m['’]|le|la|les|l['’])\\s?){0,2}"

export const fr: RequestWords = {
  tell: [
    "(?:lisez|relisez|dictez|donnez|communiquez|transmettez|indiquez|envoyez|renvoyez|transférez|" +
      "dites|précisez|recopiez-(?:moi|nous|le|les)|fournissez|partagez|épelez|photographiez|" +
      "écrivez-(?:moi|nous|le|les|la)|énoncez|adressez|répétez|textez|faites suivre|faites " +
      "parvenir|faites(?:-moi|-nous)? passer|passez|laissez|remettez|citez)",
    "(?:lis|dicte|donne|communique|transmets|indique|envoie|transfère|dis|recopie|partage|" +
      "confirme|passe)(?:-moi|-nous)",
    `(?:pourriez|pouvez|voudriez|voulez|pourrais|peux)-(?:vous|tu)(?: \\p{L}+){0,2} ${ME}${TOLD}`,
    `(?:merci|veuillez|il (?:vous )?(?:suffit|faut|faudra)|vous (?:devez|pouvez|devrez|n['’]avez ` +
      `qu)|je vous (?:demande|prie|invite)|nous vous (?:demandons|prions|invitons)|afin|prière|` +
      `suffit)(?: (?:de|à|d['’]))?(?: \\p{L}+)? ?${ME}${TOLD}`,
    `(?:me|nous|m['’]) ?(?:les? |la |l['’])?${TOLD}`,
    "(?:recopiez|copiez|collez|écrivez|notez|saisissez|tapez|mettez|indiquez)(?: \\S{1,20}){0,10} " +
      "(?:ici|en réponse|par retour|(?:dans|par|à) (?:votre|ce|cette) (?:réponse|message|conversation|" +
      "ticket|fil|courriel|mail))",
    "répond(?:ez|re|s)(?: \\S{1,30}){0,8} (?:avec|par|en (?:indiquant|donnant|précisant|joignant|" +
      "communiquant|recopiant))",
    "(?:il (?:me|nous) (?:faut|faudra|faudrait|manque)|j['’]ai(?: \\p{L}+)? besoin|j['’]aur(?:ai|" +
      "ais)(?: \\p{L}+)? besoin|nous (?:avons|aurons|aurions)(?: \\p{L}+)? besoin|j['’]attends|nous attendons)",
    "(?:quel(?:le)?s?|quels) (?:est|sont|était)",
    "qu['’](?:est-ce qui est|indique|affiche)",
    "quels? (?:code|numéro|mot|chiffres)(?= )",
    "(?:puis-je|pouvons-nous|pourrais-je) (?:avoir|connaître|vous demander|noter)"
  ],
  others: [
    "(?:quelqu['’]un|quiconque|toute personne|personne|escrocs?|fraudeurs?|arnaqueurs?|inconnus?|" +
      "correspondant|interlocuteur|ceux) [^.;!?]{0,60}(?:demand|dit|prétend|réclam|exig|invit|" +
      "sollicit|appel|veut)\\p{L}*",
    "(?:vous a|vous a-t-on|vous ont|on vous|qui vous|s['’]il vous|si l['’]on vous|t['’]a)(?:-t-(?:on|" +
      "il|elle))? (?:\\p{L}+ )?(?:demand|dit|pri|invit|réclam)\\p{L}*"
  ],
  receiver: [
    "à la (?:police|gendarmerie)",
    "à (?:votre|vos|la|le|l['’]) ?(?:ami|amie|cousine?|frère|sœur|mère|père|fils|fille|famille|invités?|destinataire)",
    "au \\d{4,6}",
    "(?:au|à la|à l['’]|aux|chez|sur le|devant le) ?(?:livreur|livreuse|chauffeur|coursier|" +
      "caisse|caissi(?:er|ère)|guichet|comptoir|magasin|boutique|accueil|réception|consigne|" +
      "casier|pharmacie|facteur|factrice|point relais|voisine?|commerçant|automate|terminal|" +
      "borne|distributeur|contrôleur|banque)"
  ],
  secret: [
    "(?:combinaison|chiffres|nombre|code)(?: \\S{1,14}){0,6} (?:retir\\p{L}*|distributeur)",
    "réponse (?:de sécurité|secrète)",
    "codes d['’]accès",
    "codes? (?:de (?:secours|récupération|rechange|sauvegarde|dépannage|validation|sécurité|" +
      "vérification|confirmation|déblocage|déverrouillage|connexion|signature)|d['’](?:urgence|accès|" +
      "authentification|autorisation|activation)|à usage unique)",
    "identifiants? (?:bancaires?|de connexion|et (?:\\p{L}+ )?mot de passe|d['’]accès)",
    "(?:mot|phrase|réponse|question|nombre) (?:secr[eè]te?|mémorable|magique|de sécurité|" +
      "de passe|confidentiel(?:le)?)",
    "réponses? (?:à|aux) (?:votre |vos |la |les )?questions? (?:secrètes?|de sécurité)",
    "nom de jeune fille",
    "(?:codes?|clés?|phrases?) (?:de (?:secours|récupération|déverrouillage|restauration)|" +
      "de votre téléphone|privées?)",
    "(?:douze|vingt-quatre|12|24) mots",
    "informations? de connexion",
    "données (?:de connexion|d['’]accès|bancaires|de (?:votre |la )?carte)",
    "schéma de déverrouillage",
    "(?:mot|chiffres|caractères|combinaison|code) (?:que vous (?:tapez|saisissez|entrez|utilisez)|" +
      "qui vous sert|avec lequel vous) (?:\\S{1,14} ){0,3}(?:connect|déverrouill|identifi|accéd|entr)\\p{L}*",
    "ce que vous (?:tapez|saisissez|entrez) (?:pour|au moment)(?: \\S{1,14}){0,3} (?:connect|" +
      "déverrouill|identifi)\\p{L}*"
  ],
  code: [
    "(?:codes?|chiffres|numéros?|combinaison|suite (?:de (?:chiffres|lettres)|numérique)|" +
      "série de (?:chiffres|lettres)|caractères|nombre)",
    "(?:six|quatre|huit)(?= (?:que|reçus|du|de votre))"
  ],
  sent: [
    "(?:votre |le )?lecteur(?: de carte)?",
    "(?:sms|textos?|(?:message|messages)(?: texte)?|mini-?message)",
    "(?:appli(?:cation)?)(?: \\S{1,16}){0,5} (?:affich\\p{L}*|génèr\\p{L}*|authentifi\\p{L}*|" +
      "donn\\p{L}*|indiqu\\p{L}*)",
    "(?:affiché|généré|donné|indiqué)e?s? (?:par|dans|sur) (?:votre |l['’])?(?:appli(?:cation)?|" +
      "téléphone|mobile|portable|écran)",
    "(?:que|qui)(?: \\S{1,14}){0,4} (?:envoy\\p{L}*|adress\\p{L}*|reçu\\p{L}*|recev\\p{L}*|" +
      "arriv\\p{L}*|parvenir|text\\p{L}*|affich\\p{L}*|apparaît)",
    "(?:reçus?|envoyés?|arrivés?|apparus?)(?: \\S{1,14}){0,3} (?:à l['’]instant|par|sur|votre)",
    "(?:sur|de|dans) (?:votre|ton|le) (?:téléphone|portable|mobile|smartphone|boîte)",
    "authentificateur",
    "authenticator",
    "(?:double|deux) (?:authentification|facteurs)",
    "(?:boîtier|lecteur|clé|jeton) (?:de sécurité|d['’]authentification|bancaire|physique)",
    "pour vous (?:connecter|identifier)"
  ],
  plainCode: [
    "(?:numéros? (?:de (?:commande|suivi|série|client|facture|téléphone|dossier|contrat|colis|" +
      "modèle|lot|réservation|référence|portable|compteur|rue|la commande|votre commande)|d['’]\\p{L}+)|" +
      "codes? (?:postal|promo|erreur|d['’]erreur|barres|qr|retrait|de (?:retrait|réduction|" +
      "suivi|commande|produit|retour)|couleur|article|avantage|pays|cadeau))"
  ],
  card: ["cartes?(?: (?:bancaire|bleue|de (?:crédit|débit|paiement)|visa|mastercard))?", "cb"],
  cardPart: [
    "retourne[zr]-l[ae]",
    "(?:numéros?|chiffres|suite|série)(?: \\S{1,14}){0,4} (?:complet|entier|long|recto|verso|" +
      "dos|devant|avant|face|arrière|derrière|seize|16)s?",
    "(?:long|grand) (?:numéro|nombre)",
    "(?:seize|16|trois|3|quatre|tous les|les 16|les trois) (?:derniers )?(?:chiffres|numéros|caractères)",
    "(?:recto|verso|au dos|les deux (?:faces|côtés)|devant et derrière)",
    "code (?:au dos|à trois|de sécurité|de vérification)",
    "cryptogramme"
  ],
  plainCard: [
    "cartes? (?:cadeaux?|de (?:fidélité|membre|visite|séjour|transport|bibliothèque|garantie|" +
      "client)|sim|vitale|mémoire|graphique|sd|d['’]\\p{L}+|grise|postale|client|étudiante?|" +
      "jeune|carburant|parking)"
  ],
  signIn: [
    "(?:lien|adresse|url|bouton) (?:de (?:connexion|réinitialisation|validation|vérification|" +
      "récupération|confirmation)|d['’](?:accès|activation|authentification)|magique|à usage unique|unique)",
    "lien(?: \\S{1,14}){0,6} (?:pour|permettant|permet|qui)(?: \\S{1,14}){0,4} (?:connect|" +
      "réinitialis|identifi|accéd)\\p{L}*",
    "(?:mail|e-?mail|courriel|message|sms)(?: \\S{1,14}){0,6} (?:lien|bouton)(?: \\S{1,14}){0,3} " +
      "(?:connexion|réinitialisation|accès|activation|magique|validation|connecter)",
    "(?:mail|e-?mail|courriel|message) de (?:connexion|réinitialisation|vérification)"
  ],
  remote: [
    "(?:numéro|identifiant|id|code|adresse) de (?:session|connexion|partenaire|poste|bureau|prise en main)",
    "(?:prise (?:en )?(?:de )?(?:main|contrôle)|contrôle|accès|assistance|dépannage|maintenance|" +
      "intervention|bureau|connexion|télé-?maintenance|prise en charge|support)(?: \\p{L}+)? " +
      "(?:à distance|distante?)",
    "à distance",
    "télé(?:maintenance|assistance|dépannage)",
    "partag(?:e|er|ez|eant)(?: \\S{1,14}){0,2} (?:d['’]|votre |de votre |l['’])?écran",
    "(?:logiciel|programme|appli(?:cation)?|outil)(?: \\S{1,14}){0,8} (?:contrôl|pilot|voir|" +
      "prendre|command|diriger)\\p{L}*(?: \\S{1,14}){0,4} (?:écran|ordinateur|poste|souris|" +
      "pc|appareil|main)"
  ],
  act: [
    "(?:lancez|démarrez|exécutez|ouvrez|cliquez|autorisez|acceptez|validez|installez|téléchargez|laissez)(?:-l[ea]s?)?",
    "(?:installez|téléchargez|ouvrez|lancez|démarrez|acceptez|autorisez|accordez|donnez|laissez|" +
      "partagez|activez|cliquez|utilisez|exécutez|validez|permettez|connectez|communiquez|lisez|" +
      "dictez|prenez|allez|récupérez|mettez)",
    "(?:installe|télécharge|ouvre|lance|accepte|autorise|active|donne|laisse|partage)(?:-moi|" +
      "-nous)?(?= (?:teamviewer|anydesk|le|la|l['’]|un|une|ton))",
    "(?:veuillez|merci|pourriez-vous|pouvez-vous|il (?:vous )?(?:suffit|faut|faudra)|vous " +
      "(?:devez|pouvez|devrez)|afin|de)(?: (?:de|d['’]|bien vouloir|simplement))* ?(?:installer|" +
      "télécharger|ouvrir|lancer|démarrer|accepter|autoriser|accorder|donner|laisser|partager|" +
      "activer|utiliser|exécuter|valider|permettre)"
  ],
  over: [
    "(?:je|nous|on)(?: (?:vais|allons|va|pourrai|pourrons|peux|pouvons))? (?:prend\\p{L}*|boug\\p{L}*|" +
      "déplac\\p{L}*|dirig\\p{L}*|contrôl\\p{L}*|pilot\\p{L}*|manipul\\p{L}*|regard\\p{L}*)(?: " +
      "\\S{1,12}){0,2} (?:la |le |l['’]|votre )(?:ordinateur|écran|souris|clavier|pc|poste|bureau|" +
      "appareil|machine|curseur|main|mac)",
    "(?:prendre|prenne|prends|prendra|prendrai|prendrons|prenions|prennent)(?: \\S{1,14}){0,2} " +
      "(?:la main|le contrôle|les commandes|possession|contrôle)",
    "(?:contrôler|piloter|diriger|manipuler|accéder à|voir|intervenir sur|agir sur|me connecter " +
      "(?:à|sur)|nous connecter (?:à|sur)|se connecter (?:à|sur)|travailler sur|regarder sur|" +
      "entrer (?:dans|sur)|bouger|déplacer)(?: \\S{1,14}){0,2} (?:votre|ton|de votre) (?:ordinateur|" +
      "écran|poste|pc|souris|bureau|portable|machine|mac)",
    "(?:accès|contrôle|main|commandes)(?: \\S{1,14}){0,3} (?:à|de|sur) (?:votre|ton) (?:ordinateur|" +
      "écran|poste|pc|souris|bureau|machine|mac)",
    "(?:je|nous|technicien(?:ne)?|collègue|conseiller|équipe)(?: \\S{1,14}){0,6} (?:accède|" +
      "connecte|contrôle|pilote|interviendr\\p{L}+|verr\\p{L}+|voi[ets])\\p{L}*(?: \\S{1,14}){0,2} " +
      "(?:votre|ton) (?:ordinateur|écran|poste|pc|souris|bureau)"
  ],
  voucher: [
    "(?:cartes?|chèques?|bons?|codes?|coupons?|tickets?|recharges?)[- ](?:cadeaux?|prépayée?s?|" +
      "d['’]achats?|de recharge|pcs|transcash|neosurf|toneo|paysafecard)",
    "recharges?",
    "bons? d['’]achat",
    "coupons?"
  ],
  voucherCode: ["(?:codes?|numéros?|chiffres|photos?|gratt\\p{L}*|dos|verso|ticket de caisse|reçu)"],
  buy: [
    "(?:achetez|procurez-vous|prenez|allez acheter|achète|rendez-vous)",
    "(?:veuillez|merci d['’]|vous (?:devez|pouvez)|il (?:vous )?(?:suffit|faut)(?: d['’]|" +
      " de)?|pourriez-vous) ?(?:en )?(?:acheter|aller acheter|vous procurer)",
    "(?:d['’]|à )acheter"
  ],
  pay: [
    "(?:se )?(?:règl|régl|acquitt)\\p{L}*",
    "(?:pay(?:ez|er|é|és|ée|able|ables|ons|ant)|paie\\p{L}*|règle\\p{L}*|régl\\p{L}*|vers(?:ez|" +
      "er|é|ement)s?|vir(?:ez|er|ement)s?|envoy\\p{L}+|expédi\\p{L}+|transfér\\p{L}*|argent|" +
      "montant|somme|frais|caution|acompte|gliss\\p{L}*|accept\\p{L}*|mandat)"
  ],
  untraceable: [
    "(?:espèces|argent liquide|liquide|billets|argent|cash|somme|montant)(?: \\S{1,14}){0,6} " +
      "(?:dans|par|sous|au|à un|en) (?:une |un |la |le )?(?:\\p{L}+ )?(?:enveloppe|courrier|" +
      "poste|pli|coursier|colis|lettre|recommandé)",
    "enveloppe(?: \\S{1,14}){0,4} (?:espèces|billets|liquide)",
    "entre proches|(?:à (?:un|des) )?proches?(?= .{0,30}(?:paypal|lydia))|amis (?:et|ou|&) " +
      "(?:la )?(?:famille|proches)",
    "amis et famille",
    "(?:automates?|distributeurs?|bornes?) (?:à |de )?(?:bitcoins?|crypto)",
    "crypto-?(?:monnaies?|actifs?)",
    "mandat[- ]cash",
    "(?:compte )?(?:personnel|privé) (?:de|d['’])(?: )?(?:mon|notre|un)"
  ],
  need: [
    "(?:est|sont|sera|seront|serait|seraient)(?: \\S{1,16}){0,3} (?:nécessaires?|requise?s?|" +
      "indispensables?|demandée?s?|attendue?s?)",
    "(?:suffit|suffisent|suffira|suffiront|manque(?:nt)?|faut|faudra|faudrait)",
    "(?:il ne )?(?:me|nous|m['’]|manque)(?: \\S{1,12})? (?:manque|reste|faut)(?:nt|ra)?",
    "(?:joignez|joindre|téléversez|mettez en pièce jointe)(?:-les|-le|-la)?",
    "serait-il possible de"
  ],
  strong: [
    "(?:douze|vingt-quatre|12|24)(?: \\p{L}+)? mots",
    "phrase (?:de récupération|secrète|mnémonique|de restauration)",
    "(?:cookies?|jetons?) de (?:session|connexion)",
    "id_(?:rsa|ed25519|ecdsa|dsa)",
    "clés? (?:privées?|ssh|d['’]api|secrètes?|de signature)",
    "(?:code )?puk",
    "authenticator",
    "(?:application|appli) d['’]authentification",
    "(?:franceconnect|identité numérique|l['’]identité numérique|itsme|ameli|impots\\.gouv)",
    "identifiants (?:des|de|du|d['’])(?: \\p{L}+)?",
    "(?:chiffres|code|numéro|combinaison)(?: \\p{L}+)? (?:que vous|qui vous)(?: \\S{1,16}){0,3} " +
      "(?:compos\\p{L}*|tap\\p{L}*|saisiss\\p{L}*|entr\\p{L}*|utilis\\p{L}*|ser\\p{L}*)",
    "(?:celui|celle|ceux|ce) que vous (?:tapez|composez|saisissez|entrez|avez (?:choisi|défini|enregistré))",
    "(?:mot|nom|prénom|phrase|code|réponse)(?: \\p{L}+)?(?:,)? (?:que vous (?:avez|aviez)|" +
      "celui|de la question)(?: \\S{1,16}){0,4} (?:choisi|défini|fixé|convenu|secr[eè]te?|enregistré|indiqué)"
  ],
  identity: [
    "(?:carte|pièce|titre|document) (?:nationale )?d['’]identité",
    "passeports?",
    "permis de conduire",
    "titre de séjour",
    "pièce d['’]identité",
    "cni"
  ],
  photo: [
    "caméra",
    "(?:photos?|photographi\\p{L}*|selfies?|scans?|copies?|clichés?|images?|numéris\\p{L}*|" +
      "recto|recto[- ]verso|(?:les )?deux (?:faces|côtés))"
  ],
  cover: [
    "(?:masqu\\p{L}+|cach\\p{L}+|flout\\p{L}+|noirc\\p{L}+|couvr\\p{L}+|ray\\p{L}+|biff\\p{L}+|" +
      "recouvr\\p{L}+|occult\\p{L}+)"
  ],
  grant: [
    "(?:validez|acceptez|approuvez|confirmez|autorisez|appuyez|cliquez|touchez)(?: \\S{1,16}){0,10} " +
      "(?:demande|notification|connexion|invite|appareil|oui|message)(?: \\S{1,16}){0,10} (?:je|" +
      "nous|mon|notre|collègue|j['’]\\p{L}+)",
    "(?:quand|lorsque|pendant que|dès que|pour que) (?:je|nous|mon collègue)(?: me| nous|" +
      " se)?(?: \\S{1,16}){0,3} connect\\p{L}*(?: \\S{1,16}){0,12} (?:valid\\p{L}*|accept\\p{L}*|" +
      "approuv\\p{L}*|confirm\\p{L}*)",
    "(?:scannez|flashez|photographiez|lisez)(?: \\S{1,16}){0,6} qr(?: \\S{1,16}){0,8} (?:je|" +
      "nous|que)(?: \\S{1,16}){0,4} (?:envo\\p{L}*|enverr\\p{L}*|transm\\p{L}*|montr\\p{L}*)",
    "(?:ajoutez|enregistrez|indiquez|mettez|déclarez)(?: \\S{1,16}){0,6} (?:mon|notre|nos)(?: " +
      "\\S{1,16}){0,6} (?:secours|récupération|confiance|bénéficiaire|second\\p{L}*|compte|appareil)",
    "(?:transférez|renvoyez|déviez)(?: \\S{1,16}){0,4} (?:appels|sms|messages)(?: \\S{1,16}){0,3} " +
      "(?:vers|sur|à) (?:notre|mon|ce)"
  ],
  cash: [
    "espèces",
    "argent liquide",
    "(?:du|en) liquide",
    "billets? de (?:banque|\\d+|cinq|dix|vingt|cinquante|cent)(?: euros)?",
    "(?:des|quelques|deux|trois|quatre|cinq) billets(?= (?:dans|sous))",
    "cash",
    "numéraire"
  ],
  envelope: [
    "enveloppes?(?= |[.,;!?]|$)",
    "par (?:la )?(?:poste|courrier|coursier)",
    "sous pli",
    "colis",
    "lettre(?: simple| suivie)?",
    "(?:dans|entre) (?:un livre|les pages|une carte|un magazine)"
  ],
  person: [
    "(?:mon|ma|notre|du|de la|de l['’]|au|à la|à l['’]|le|la|l['’]) ?(?:installateur|monteur|plombier|" +
      "électricien|gardien(?:ne)?|concierge|caissi(?:er|ère)|dentiste|docteur|docteure|vétérinaire|" +
      "thérapeute|sage-femme|enseignante?|avocate?|notaire|courti(?:er|ère)|vendeur|vendeuse|fournisseur|" +
      "adjointe?|supérieure?|capitaine|serveur|serveuse|cuisini(?:er|ère)|jardini(?:er|ère)|photographe|" +
      "contrôleur|stagiaire|apprentie?|présidente?|fondateur|fondatrice|monitrice|moniteur|magasini(?:er|" +
      "ère)|chef|cheffe|loueur|bailleur|réparateur|artisan|ouvreuse|régisseur)",
    "(?:numéro|portable|mobile) (?:personnel|privé|perso)",
    "(?:mon|ma|notre|du|de la)(?: \\p{L}+)? ?(?:collègue|patron(?:ne)?|directeur|directrice|" +
      "professeur(?:e)?|prof|formateur|formatrice|livreur|livreuse|chauffeur|technicien(?:ne)?|" +
      "assistante?|gérante?|mari|épouse|femme|frère|sœur|fils|fille|amie?|cousine?|comptable|" +
      "secrétaire|responsable|conseiller|conseillère|correspondante?|guide|coursier|trésori(?:er|" +
      "ère)|infirmi(?:er|ère)|médecin|propriétaire)",
    "(?:mme|monsieur|madame|mlle) \\p{L}{2,}",
    "(?:compte|livret)(?: a| bancaire| épargne)? (?:personnel|privé|perso)",
    "livret a",
    "mon (?:propre compte|compte (?:personnel|perso|privé))",
    "(?:me|lui) (?:directement|personnellement)",
    "à titre privé"
  ],
  account: [
    "(?:virement|vir(?:ez|er|ement)s?|vers(?:ez|er|ement)s?|compte|livret(?: a)?|rib|iban|" +
      "paypal|lydia|paylib|wero|revolut|transfér\\p{L}*|mandat|rib)"
  ]
}
