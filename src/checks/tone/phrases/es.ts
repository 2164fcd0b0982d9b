import type { Phrases } from "./phrases.ts"

export const es: Phrases = {
  blame: [
    "(?:usted |tú )?(?:debería|deberías|tendría que|tendrías que|podría|podrías|debió|debiste)(?: haber)(?: \\p{L}+){0,4}",
    "(?:usted )?(?:se (?:le )?olvidó|olvidó|olvidaste|ignoró|ignoraste|no (?:leyó|leíste|revisó|revisaste|comprobó|siguió|prestó|se molestó|hizo caso|se fijó)|ni siquiera|omitió|se equivocó|te equivocaste|introdujo mal|puso mal)(?: \\p{L}+){0,4}",
    "si (?:usted )?(?:hubiera|hubiese|hubieras)(?: \\p{L}+){0,4}",
    "(?:su|tu) (?:propia |propio )?(?:culpa|error|negligencia|descuido|responsabilidad|fallo|despiste)",
    "culpa (?:es )?(?:suya|tuya)|error (?:suyo|tuyo|de usuario|del usuario)|por no (?:leer|revisar|comprobar|seguir|fijarse)(?: \\p{L}+){0,4}",
    "como ya (?:le |te |les )?(?:he|hemos|dije|dijimos|indiqué|indicamos|expliqué|explicamos|mencioné|comenté|comentamos|informamos)(?: \\p{L}+){0,3}",
    "(?:ya )(?:se lo|te lo|le|te) (?:he|hemos|dije|dijimos|expliqué|explicamos|indicamos|indiqué)(?: \\p{L}+){0,3}",
    "por (?:segunda|tercera|última|enésima) vez",
    "(?:usted )?(?:afirma|alega|pretende|supuestamente|presuntamente|según usted)",
    "supuest[oa]s? \\p{L}+",
    "(?:la próxima vez|en el futuro|para otra vez),? (?:por favor )?(?:\\p{L}+ )?(?:lea|lee|revise|revisa|compruebe|preste|tenga|fíjese|asegúrese)(?: \\p{L}+){0,3}",
    "preste (?:más )?atención|cálmese|cálmate|su tono|ese tono|modere",
    "(?:está|estaba|queda|lo pone) (?:bien |muy )?(?:claro|claramente|clarísimo)(?: \\p{L}+){0,3}",
    "(?:evidentemente|obviamente|claramente|por lo visto|al parecer) (?:usted )?(?:no )(?: ?\\p{L}+){0,4}",
    "porque (?:usted|no (?:leyó|revisó|siguió|puso))(?: \\p{L}+){0,4}",
    "bastaba con(?: \\p{L}+){0,3}",
    "no es tan (?:difícil|complicado)",
    "seguramente (?:se le|lo|la)(?: \\p{L}+){1,3}",
    "sentido común",
    "(?:prestar|poner) más atención",
    "tenía que haber(?: \\p{L}+){0,3}"
  ].join("|"),
  cold: {
    curt: "(?:no es |eso no es )?(?:posible|imposible)(?=[.!])|no se puede|sin excepciones|(?:solicitud|reclamación|devolución|petición|reembolso) (?:ha sido |fue |está )?(?:denegad[oa]|rechazad[oa])|(?:denegad[oa]|rechazad[oa])|no (?:hacemos|ofrecemos|aceptamos) (?:eso|esto)|está en (?:las|los) (?:normas|condiciones|términos)|(?:es|son) (?:la|las|nuestra) (?:política|normas?|reglas?)|no (?:podemos|puedo) hacer nada(?: más)?|no (?:podemos|puedo) ayudarle|(?:tendrá|tiene|tienes) que esperar|espere|caso cerrado|(?:ticket|caso) cerrado|no hay (?:reembolso|devolución|excepciones)|no(?=[.!]\\s*$)|consulte las condiciones|no nos corresponde|no somos responsables",
    rude: "no es (?:nuestro|mi) problema|(?:es )?(?:su|tu) problema|(?:lea|lee|léase) (?:las|el|la|los) (?:condiciones|manual|normas|instrucciones|contrato|reglas|descripción|faq|términos)(?: \\p{L}+){0,2}|arrégl(?:ese|atelas)(?: \\p{L}+)?|apáñese(?:las)?|búsquelo(?: usted)?|mala suerte|es lo que hay|si no le gusta(?: \\p{L}+){0,4}|deje de(?: \\p{L}+){0,2}|no (?:nos )?escriba más|no nos (?:importa|interesa)|ni idea|y qué|diríjase a otro"
  },
  apology: {
    plain: "(?:lo )?(?:siento|sentimos)(?: \\p{L}+)?|disculp\\p{L}*|perdón|perdone|perdona|perdonen|lament(?:o|amos)",
    heavy:
      "mil (?:disculpas|perdones)|(?:no (?:hay|tengo|tenemos) palabras)|avergonzad\\p{L}*|imperdonable|inexcusable|de todo corazón|de rodillas|(?:le )?(?:rogamos|ruego|suplic\\p{L}*)(?: \\p{L}+){0,3} perd\\p{L}*|infinitamente|muchísimo,? muchísimo|profundísim\\p{L}*|nunca podremos disculparnos",
    none: "no (?:hace falta|tiene|tienes|es necesario)(?: \\p{L}+){0,4} disculp\\p{L}*|no se disculpe|sus disculpas|no hay nada que perdonar"
  },
  jargon: [
    "(?:soporte (?:de )?|equipo (?:de )?)?(?:(?:segundo|tercer|primer)\\snivel|nivel [1-3])(?= |\\.|,|$)|[lnt][1-3](?= )",
    "escal(?:ado|ada|amos|aremos|ar|é)(?: \\p{L}+){0,3}",
    "(?:la )?cola(?: de \\p{L}+)?|backlog",
    "(?:ticket|caso|incidencia) (?:padre|hij[oa]|principal|vinculad[oa]|fusionad[oa]|intern[oa])|sub-?ticket\\p{L}*",
    "fusion\\p{L}+(?: \\p{L}+){0,3}",
    "(?:estado|estatus) [«\"“']?(?:pendiente|en espera|resuelto|pending|on hold|solved|abierto)",
    "macros?",
    "despleg\\p{L}+|despliegue|hotfix|rollback|sprint|backend|back-?office|staging|aprovision\\p{L}*|whitelist\\p{L}*|lista blanca|triaje|triage|workflow",
    "jira|zendesk"
  ],
  shouted:
    "TRES|CUATRO|CINCO|SEIS|SIETE|OCHO|NUEVE|DIEZ|AHORA|ANTES|AQUÍ|ATENCIÓN|BAJO|CADA|DEBE|DOS|ESTE|ESTO|EXACTAMENTE|GRACIAS|HOY|IMPORTANTE|IMPRESCINDIBLE|INMEDIATAMENTE|JAMÁS|LEA|LEER|LUEGO|MUY|NADA|NI|NINGÚN|NINGUNA|NO|NOSOTROS|NUNCA|OBLIGATORIO|POR|FAVOR|SIEMPRE|SIN|SOLAMENTE|SÓLO|SOLO|STOP|TIENE|TODO|TODOS|TODAS|ÚLTIMA|ÚNICAMENTE|URGENTE|USTED|YA|YO|EL|LA|LOS|LAS|QUE|ES",
  greeting:
    "hola|buen(?:os|as)? (?:días?|tardes|noches)|buenas|estimad[oa]s?|querid[oa]s?|apreciad[oa]|señora?|sr\\.?|sra\\.?",
  opening:
    "(?:muchas |muchísimas )?gracias|(?:le|te|les) agrade\\p{L}*|agradecemos|(?:lo )?(?:siento|sentimos|lamento|lamentamos)|bienvenid\\p{L}*|disculp\\p{L}*|encantad\\p{L}*",
  hello: "Hola:",
  kind: "siento|sentimos|lament\\p{L}*|disculp\\p{L}*|gracias|lamentablemente|desgraciadamente|por favor|con gusto|entiendo|entendemos|comprend\\p{L}*|porque|ya que|puesto que|en cambio|sin embargo|pero (?:puede|podemos|usted|puedo)|puede|puedes|podemos|puedo|si (?:lo desea|quiere|prefiere|necesita)|cuando|en cuanto|aquí tiene|le invito",
  guarantee:
    "(?:le|te|les) (?:garantiz\\p{L}*|promet\\p{L}*|asegur(?:o|amos))|garantizad\\p{L}*|(?:haremos|haré|hacemos|vamos a hacer|podemos hacer) una excepción|(?:de manera |de forma )?excepcional(?:mente)?|(?:le|te) (?:cambiaremos|cambiamos|sustituiremos|reembolsaremos|devolveremos|regalaremos|regalamos|ampliaremos|compensaremos|enviaremos (?:\\p{L}+ )?(?:nuev\\p{L}+|otr\\p{L}+))|nos haremos cargo|(?:recibirá|tendrá)(?: \\p{L}+){0,5} (?:nuev\\p{L}+|reembols\\p{L}*|sin falta|seguro|gratis|mañana|compensación)|(?:no )?volverá a (?:pasar|ocurrir|suceder)(?: nunca)?|a más tardar|de regalo|de por vida|gratis|gratuit\\p{L}*|sin coste|sin cargo|(?:por|de) nuestra cuenta|corre de nuestra|invita la casa|sin falta",
  step: "(?:voy|vamos) a (?:\\p{L}+ )?(?:consultar\\p{L}*|preguntar\\p{L}*|revisar\\p{L}*|comprobar\\p{L}*|mirar\\p{L}*|escribir\\p{L}*|llamar\\p{L}*|ver|pasar\\p{L}*|contactar\\p{L}*|intentar\\p{L}*|investigar\\p{L}*)|(?:le|te|lo) (?:escrib\\p{L}*|llam\\p{L}*|avis\\p{L}*|inform\\p{L}*|mantendr\\p{L}*|responder\\p{L}*|contest\\p{L}*|consult\\p{L}*|confirmar\\p{L}*)|(?:consultaré|revisaré|preguntaré|comprobaré|investigaremos|revisaremos|consultaremos)|(?:he|hemos|ha sido|han sido|acabo de|acabamos de) (?:\\p{L}+ )?(?:\\p{L}+(?:ado|ido|sto|cho|to))?|esper(?:o|amos)|no (?:\\p{L}+ )?(?:puedo|podemos) (?:prometer\\p{L}*|garantizar\\p{L}*|asegurar\\p{L}*)|sin garantía|prefiere|quiere que|normalmente|habitualmente|suele|debería",
  note: "todo:|por (?:completar|rellenar|confirmar)|(?:revisar|comprobar|rellenar|completar) antes de (?:enviar|mandar)|pendiente de rellenar|poner (?:aquí )?(?:fecha|nombre|enlace)|tbd",
  gap: "nombre|apellido|número|fecha|importe|pedido|seguimiento|enlace|firma|cliente|agente|ciudad|producto|artículo|hora|e-?mail|correo|dirección|teléfono|empresa|motivo|precio|día|mes|aquí|insertar|completar|su|referencia",
  negation: {
    word: "no|nunca|jamás|nada|nadie|ningún|ningun\\p{L}*|sin|tampoco|ni|apenas|salvo|excepto|incapa\\p{L}*|rechaz\\p{L}*|deneg\\p{L}*|neg(?:ar|ad|am)\\p{L}*|exclu\\p{L}*|prohib\\p{L}*",
    within:
      "im(?:posible|probable|propi)\\p{L}*|in(?:válid|correct|complet|disponible|exact|suficiente|útil|activ|compatible|segur|ciert|accesible|exist)\\p{L}*|ir(?:regular|relevante)\\p{L}*|des(?:activ|autoriz|conect|conoc|aprob)\\p{L}*"
  },
  when: "hoy|mañana|ayer|anteayer|ahora|pronto|luego|más tarde|enseguida|en seguida|de inmediato|inmediatamente|cuanto antes|(?:próxim|pasad|siguient|últim)\\p{L}* (?:día|semana|mes|año|fin de semana)|(?:semana|mes|año|día) (?:que viene|próxim\\p{L}+|pasad\\p{L}+|siguiente)|est[ae] (?:semana|mes|año|tarde|noche|mañana)|fin de semana|mediodía|medianoche|diari[oa]\\p{L}*|semanal\\p{L}*|mensual\\p{L}*|anual\\p{L}*",
  amount:
    "una vez|doble\\p{L}*|duplic\\p{L}*|triple\\p{L}*|mitad|medi[oa]s?|(?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven|décim)(?:[oa]s?)?|docena\\p{L}*|decena\\p{L}*|cientos?|cien|(?:dosc|tresc|cuatroc|seisc|setec|ochoc|novec)ient[oa]s|quinient[oa]s|mil|miles|mill(?:ón|ones)|dieci(?:séis|siete|ocho|nueve)|veinti\\p{L}+|setenta|ochenta|amb[oa]s|par|pares|cero"
}
