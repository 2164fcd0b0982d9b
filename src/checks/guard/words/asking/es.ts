import type { AskingWords } from "./words.ts"

const GIVE =
  "(?:d[éií]|dar|de(?:me|nos)|dict|díct|dig|díg|decir|env[ií]|reenv[ií]|mand|mánd|pas|pás|facilit|" +
  "facilít|indi[cq]|indíqu|comuni[cq]|comuníqu|comparti?|compárt|" +
  "escrib|escríb|le[ae]|léa|deletre|repit|repít|transmit|transmít|remit|remít|mostr|muéstr|muestr|anot|" +
  "anót|apunt|apúnt|copi|cópi|peg|pégu|pon|póng|dej|déj|confirm|confírm|" +
  "proporcion|traslad|hag|hác|hacer|adjunt|adjúnt|sub|súb|fotografí|rell?en|tecle|entreg|entrég|" +
  "conf[ií]|cuent|cuént|cont|chiv)\\p{L}{0,8}"
const HERE =
  "(?:aquí|por aquí|ahí|abajo|debajo|en (?:este|esta|su|la|el|tu|un|una) (?:\\p{L}+ )?(?:chat|" +
  "respuesta|mensaje|correo|conversación|hilo|ventana|tique|ticket)|" +
  "por (?:este (?:chat|medio|correo)|respuesta|correo)|a vuelta de correo|de vuelta|a continuación)"

export const es: AskingWords = {
  vague: [
    "(?:un|el|ese|los|las|esas|unos|esos|cuatro|seis|ocho) (?:cuatro |seis |ocho |tres )?(?:números?|" +
      "códigos?|dígitos|cifras|numerito)(?! (?:postal|del?(?! (?:la |su )?(?:app|aplicación|móvil|" +
      "teléfono|celular))))"
  ],
  device: ["token", "(?:móvil|celular|teléfono|aplicación|app)"],
  coming: [
    "sms(?: \\S{1,14}){0,5} (?:lleg)\\p{L}*",
    "(?:llegar|llegará|llega|recibirá|recibir)(?: \\S{1,14}){0,3} sms"
  ],
  hand: [
    "a (?:mi|nuestr[oa]) (?:correo|buzón|número|móvil)",
    "(?:figur|const|aparec|aparezc|est[eéá])\\p{L}*(?: [^\\s.;!?]{1,20}){0,3} en (?:su|la) respuesta",
    "\\p{L}{2,14}(?:me|nos)l[oa]s?",
    "\\p{L}{0,10}[áéíóú]\\p{L}{1,7}(?:me|nos)",
    "(?:dime|danos|dame|dinos|deme|denos|léeme|hazme|haznos)(?:l[oa]s?)?",
    "(?!(?:con|a|re)?firme)\\p{L}{1,10}(?:ar|er|ir)(?:me|nos)",
    `(?<!-)(?:me|nos)(?: l[oa]s?)? (?:${GIVE}|(?:puede|podría|puedes|tiene que|debe|ha de) (?:\\p{L}+ )?${GIVE})`,
    `${GIVE}(?: [^\\s.,;:!?]{1,20}){0,10} ${HERE}`,
    `${GIVE}(?: [^\\s.;:!?]{1,20}){1,10} (?:a (?:mí|mi \\p{L}+|nosotros|nuestr[oa] \\p{L}+)|conmigo|con nosotros)`,
    "(?:respond|contest|contést|respónd)\\p{L}*(?: [^\\s.;:!?]{1,20}){0,6} (?:con|indicando|incluyendo)",
    "(?:puedo|podría|podríamos|podemos)(?: [^\\s.;:!?]{1,20}){0,3} (?:tener|saber|conocer|apuntar|anotar|tomar nota)"
  ],
  need: [
    "(?:yo )?quisiera (?:oír|ver|leer|saber)",
    "(?:necesit|precis|requer|requier|solicit|esper|aguard)\\p{L}{0,7}",
    "(?:me|nos) (?:\\p{L}+ )?(?:falt\\p{L}+|hac\\p{L}+ falta|harí\\p{L}+ falta|bast\\p{L}+|sirv\\p{L}+|" +
      "queda\\p{L}*|vale\\p{L}*)",
    "(?:falta|faltan|hace falta|hacen falta|basta|bastan|bastará|bastaría)(?: con)?",
    "(?:lo que|lo único que|cuanto)(?: \\p{L}+){0,2} (?:falta|necesit\\p{L}+|precis\\p{L}+|hace falta|queda)",
    "(?:nos|me) (?:tiene|tienen|ha|han|debe|deben) (?:que|de)? ?\\p{L}+",
    "(?:con|por) (?:dos|un[oa]|tres) de (?:ell[oa]s)(?: \\p{L}+){0,2}",
    "me apaño",
    "(?:es|son|será|serán|sería) (?:\\p{L}+ )?(?:necesari[oa]s?|imprescindibles?|precis[oa]s?)"
  ],
  once: [
    "(?:en cuanto|cuando|una vez que|tan pronto como|apenas|nada más|hasta que|mientras no)(?: " +
      "[^\\s,.;!?]{1,20}){0,4} (?:tenga|tengamos|reciba|recibamos|sepa|sepamos|vea|veamos|conozca|" +
      "disponga|dispongamos|obre|tener|recibir)",
    "(?:en cuanto|cuando|una vez)(?: [^\\s,.;!?]{1,20}){0,3} (?:me|nos)(?: [^\\s,.;!?]{1,20}){0,3}",
    "(?:al|tras) (?:recibir|tener)",
    "una vez (?:recibid|tenid|obtenid)[oa]s?",
    "sin (?:él|ella|ellos|ellas|eso|ese|esa|esos|esas|el|la|los|las|su|" +
      "sus)(?=[^.;!?]{0,80}(?<!\\p{L})(?:no (?:\\p{L}+ )?(?:puedo|podemos|podré|podremos|avanzo|sigo)))"
  ],
  use: [
    "(?:tengo|tenemos) que (?:introducir|meter|teclear|poner)",
    "(?:yo |nosotros )?l[oa]s? (?:met[oe]\\p{L}*|introdu[zc]\\p{L}+|tecle\\p{L}+|pong\\p{L}+|" +
      "pon(?:emos|go)|us(?:o|aré|amos|aremos))",
    "por favor(?=[.;!?]|$)"
  ],
  question: [
    "qué (?:\\p{L}+ ){1,2}(?:puso|eligió|registró|usa|usaba|indicó)",
    "(?:cuál|cuáles) (?:es|son|era|eran|fue)",
    "qué (?:códigos?|números?|dígitos|cifras|palabra|clave|contraseña|dice|pone|aparece|muestra|" +
      "contestó|respondió|puso|sale|marca|lee)"
  ],
  reason: [
    "(?:y|ya) (?:listo|está|quedará?|estará)",
    "de lo contrario",
    "enseguida",
    "para que (?:yo |nosotros )?\\p{L}+",
    "(?:así|y|luego|después|entonces|ya) (?:yo )?(?:le |se |lo |la |los |las |me )?\\p{L}{2,}(?:o|amos|" +
      "emos|é|aré|eré|iré|aremos)",
    "(?:yo mism[oa]|yo)",
    "(?:me|nos) (?:encarg\\p{L}+|permit\\p{L}+|ocup\\p{L}+)",
    "para (?:identificar|verificar|comprobar|desbloquear|terminar|completar|entrar yo|poder)\\p{L}*",
    "(?:por mi parte|de mi parte|desde aquí|de mi lado)",
    "se l[oa]s? (?:\\p{L}+)"
  ],
  point: [
    "cifras?",
    "dígitos?",
    "lo que (?:ponga|diga|pone|dice|contenga|aparezca)",
    "(?:foto|imagen|captura)(?! (?:de|del))",
    "reenv\\p{L}+",
    "\\p{L}{2,14}l[oa]s?(?<=(?:r|me|nos|[aeé])l[oa]s?)",
    "(?:me|nos|se) l[oa]s?",
    "l[oa]s?(?= (?:necesit|precis|env|mand|pas|dict|met|dig|escrib))",
    "ell[oa]s?",
    "él",
    "ese",
    "esa",
    "esos",
    "esas",
    "est[eao]s?",
    "amb[oa]s",
    "eso"
  ],
  plain: [
    "(?:números?|n\\.º|referencia) (?:de |del )(?:pedido|cliente|factura|expediente|seguimiento|" +
      "contrato|reserva|serie|teléfono|contador|paquete|socio|billete|póliza|modelo|caso|envío)",
    "(?:cuatro|4|tres|3|dos|2) últim\\p{L}+",
    "últim\\p{L}+ (?:cuatro|4|tres|3|dos|2)",
    "(?:mensaje|código) de error",
    "capturas?(?! de)",
    "dirección de \\p{L}+",
    "importe",
    "hora",
    "referencia"
  ],
  whether: [
    "cuándo",
    "cómo(?! (?:usted )?(?:entra|accede|se))",
    "por qué",
    "dónde",
    "(?:en |a |de |con |por )?(?:qué|cuáles|cuál)(?! (?:código|número|dígito|cifra|clave|pone|dice|" +
      "sale|aparece|marca|es (?:su|el|la)))"
  ],
  under: ["si", "cuando", "que"],
  approve: [
    "(?:pulse|toque|acepte|apruebe|autorice|confirme|valide|escanee|enfoque|elija|diga|dele|déle|" +
      'marque|pulsa|toca|acepta|aprueba|confirma|escanea)(?: [^\\s.;!?]{1,20}){0,10} (?:«|“|")?(?:sí|' +
      "permitir|aceptar|autorizar|confirmar|aprobar|vincular|conectar|solicitud|notificación|aviso|" +
      "dispositivo|qr|cámara)"
  ],
  enter: [
    "(?:yo |nosotros )?(?:entro|entraré|entramos|entraremos|entremos|accedo|accederé|accedemos|acceda " +
      "yo|entre yo|estoy|estaré|estaremos|inicio sesión|me conecto|nos conectamos)(?: " +
      "[^\\s.;!?]{1,20}){0,3} (?:cuenta|perfil|área|sesión|nombre)"
  ],
  own: [
    "(?:mando|envío|mandamos|enviamos|genero) otr[oa]",
    "caducad[oa]",
    "(?:solo|sólo|únicamente|usted mism[oa]|exclusivamente)(?: [^\\s.;!?]{1,20}){0,3} (?:en|dentro|al)",
    "(?:introdu[zc]\\p{L}*|introdúz\\p{L}*|teclé\\p{L}*|teclee\\p{L}*|escrib\\p{L}*|márquel\\p{L}*|" +
      "pong\\p{L}*)(?: [^\\s.;!?]{1,20}){0,6} en (?:la aplicación|la app|el teclado|la pantalla|el " +
      "cajero|la web|la página|su área|el formulario|el campo|la taquilla|el datáfono|el carrito)",
    "(?:a|con) (?:nadie|terceros)"
  ]
}
