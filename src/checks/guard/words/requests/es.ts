import type { RequestWords } from "./words.ts"

const TOLD =
  "(?:leer|dictar|decir|enviar|reenviar|mandar|pasar|dar|facilitar|indicar|comunicar|proporcionar|" +
  "compartir|confirmar|copiar|pegar|escribir|deletrear|repetir|transmitir|remitir|fotografiar|" +
  "mostrar|anotar|apuntar|hacer llegar|contar)"

export const es: RequestWords = {
  tell: [
    "(?:lea|léa|dicte|díct[ae]|diga|díga|envíe|envie|reenvíe|mande|mánde|pase|páse|dé|facilite|" +
      "facilíte|indique|indíque|comunique|comuníque|proporcione|proporció?ne|comparta|compárta|" +
      "confírme(?:me|nos)|escríba|deletree|repita|repíta|transmita|transmíta|remita|remíta|" +
      "fotografíe|muestre|muéstre|anote|anóte|cuente|cuénte|háganos llegar|hágame llegar|haga " +
      "llegar|deme|denos)(?:me|nos)?(?:lo|la|los|las)?(?! (?:si|cuando|que sí)\\b)",
    "(?:lee|dicta|di|envía|reenvía|manda|pasa|da|facilita|indica|comparte|confirma|copia|" +
      "escribe|dí|léé?|díct[ae]|mánda|pása|envía|reenvía|pása|escríbe|confírma|compárte|muéstra|" +
      "indíca)(?:me|nos)(?:lo|la|los|las)?",
    "(?:dime|danos|dame|dinos|léeme|léenos|pásame|pásanos|mándame|mándanos|envíame|envíanos|" +
      "reenvíame|díctame|escríbeme|compárteme)(?:lo|la|los|las)?",
    `(?:puede|podría|puedes|podrías|pueden|le importaría|te importaría|sería tan amable de|` +
      `hace el favor de|debe|tiene que|tendrá que|basta con|solo tiene que|le (?:pido|pedimos|` +
      `ruego|rogamos)|necesito que|necesitamos que)(?: \\S{1,14}){0,3} (?:me |nos )?${TOLD}(?:me|` +
      `nos)?(?:lo|la|los|las)?`,
    `${TOLD}(?:me|nos)(?:lo|la|los|las)?`,
    "(?:me|nos) (?:lo |la |los |las )?(?:lea|dicte|diga|envíe|reenvíe|mande|pase|dé|facilite|" +
      "indique|comunique|proporcione|comparta|confirme|copie|escriba|haga llegar|lees|dices|" +
      "envías|pasas|mandas|lee|dice|envía|pasa|manda|reenvía|reenvías)",
    "(?:responda|conteste|responde|contesta|responder|contestar)(?: \\S{1,30}){0,8} (?:con|" +
      "indicando|incluyendo|escribiendo)",
    "(?:necesito|necesitamos|necesitaré|necesitaremos|me hace falta|nos hace falta|hace falta|" +
      "haría falta|me hacen falta|espero|esperamos|requerimos|solicitamos|le solicitamos|me falta)",
    "(?:cuál|cuáles|cual|cuales) (?:es|son|era)",
    "qué (?:códigos?|números?|dígitos|cifras|palabra|clave|contraseña|dice|pone|aparece|muestra)",
    "(?:súbe?l[oa]s?|súban?os|suba|sube|pega|pegue|péguel[oa]s?|pon|ponga|póngal[oa]s?|escriba|" +
      "escríbal[oa]s?|escríbel[oa]s?|escribe|adjunte|adjúnt[ea]l[oa]s?|copie|cópiel[oa]s?|copia|" +
      "deje|déjel[oa]s?|teclee|tecléel[oa]s?)(?: \\S{1,20}){0,10} (?:aquí|(?:en|a|al|por) (?:este|" +
      "esta|el|su|la|tu)? ?(?:tique|ticket|chat|mensaje|respuesta|correo))",
    "(?:nos|me) (?:dicta|lee|dice|escribe|pasa|manda|envía|reenvía|indica|dictas|lees)"
  ],
  others: [
    "(?:alguien|quien|cualquiera|nadie|estafador(?:es)?|delincuentes?|desconocidos?|timador(?:es)?|" +
      "ladrones|personas?) [^.;!?]{0,60}(?:pid|dic|dig|solicit|exij|exig|llam|dijo|quier|reclam|hac)\\p{L}*",
    "(?:le|te|les) (?:ha|han|hayan|haya|piden|pide|pidió|pidieron|pida|pidan|dijo|dijeron) " +
      "?(?:pedido|dicho|solicitado|alguien)?"
  ],
  receiver: [
    "a la (?:policía|guardia civil)",
    "a (?:su|tu|sus) (?:amig[oa]|prim[oa]|herman[oa]|madre|padre|hij[oa]|familia|invitados?)",
    "al (?:destinatario|\\d{3,6})",
    "(?:al|a la|en la|en el|ante el|a un|a una|con el) (?:\\p{L}+ )?(?:repartidor(?:a)?|conductor(?:a)?|" +
      "mensajero|mensajera|transportista|caja|cajer[oa]|mostrador|tienda|recepción|taquilla|" +
      "farmacia|cartero|cartera|vecin[oa]|punto de recogida|dependient[ea]|ventanilla|terminal|" +
      "datáfono|revisor|banco|sucursal|establecimiento)"
  ],
  secret: [
    "(?:combinación|cifras|números?|clave)(?: \\S{1,14}){0,6} (?:saca|sacar|cajero)",
    "(?:sus|las|tus) claves",
    "(?:códigos?|claves?|números?) (?:de (?:respaldo|reserva|emergencia|recuperación|rescate|repuesto|" +
      "autorización|firma|autenticación|un uso|uso único)|del banco|bancarias?)",
    "usuario y (?:\\p{L}+ )?(?:contraseña|clave)",
    "(?:palabra|respuesta|pregunta|frase|número|clave|fecha) (?:secret[ao]|memorable|mágic[ao]|" +
      "de seguridad|de paso|confidencial)",
    "respuestas? a (?:su |sus |la |las )?preguntas? (?:secretas?|de seguridad)",
    "apellido de soltera",
    "(?:códigos?|claves?|llaves?) (?:de (?:respaldo|recuperación|desbloqueo|rescate|acceso|" +
      "la app|verificación|seguridad|confirmación|un solo uso|firma)|privadas?)",
    "(?:doce|veinticuatro|12|24) palabras",
    "datos de (?:acceso|inicio de sesión|entrada|la tarjeta)",
    "patrón de desbloqueo",
    "(?:palabra|cifras|números|combinación|caracteres|lo) (?:que (?:usa|utiliza|escribe|teclea|" +
      "pone|introduce)|con (?:la|el|los|las) que) (?:\\S{1,14} ){0,4}(?:para|al|cuando) (?:\\S{1,14} " +
      "){0,2}(?:entrar|acceder|iniciar|desbloquear|conectarse|identificarse)"
  ],
  code: [
    "(?:códigos?|dígitos|cifras|números?|claves?|combinación|secuencia|caracteres|numeritos|numeración)",
    "(?:seis|cuatro|ocho)(?= (?:que|del|de la))"
  ],
  sent: [
    "(?:su |el )?lector(?: de tarjetas?)?",
    "(?:en )?(?:su|la|el) (?:app|aplicación|móvil|teléfono|celular)(?: \\S{1,14}){0,4} " +
      "(?:aparec\\p{L}+|sal\\p{L}+|muestr\\p{L}+|lleg\\p{L}+)",
    "(?:sms|mensajes?(?: de texto)?|mensajito)",
    "(?:app|aplicación)(?: \\S{1,16}){0,5} (?:muestra|genera|enseña|indica|da|autenticación|verificación)",
    "(?:muestra|genera|aparece|sale|ve|vea|verá|indica)(?: \\S{1,14}){0,2} (?:en )?(?:su " +
      "|la |el )?(?:app|aplicación|móvil|teléfono|celular|pantalla del móvil|autenticador)",
    "(?:que|cual)(?: \\S{1,14}){0,4} (?:envi\\p{L}*|enví\\p{L}*|mand\\p{L}*|recib\\p{L}*|" +
      "lleg\\p{L}*|aparec\\p{L}*|entr\\p{L}*)",
    "(?:recibid|enviad|llegad|mandad)[oa]s?",
    "(?:en|a|de|al) (?:su|tu|el|l) ?(?:móvil|teléfono|celular|smartphone|correo|buzón)",
    "al (?:móvil|teléfono|celular)",
    "autenticador",
    "authenticator",
    "(?:dos|doble) (?:pasos|factores|factor)",
    "(?:llavero|token|dispositivo) (?:de seguridad|bancario|de claves)",
    "para (?:iniciar sesión|entrar|acceder|identificarse)"
  ],
  plainCode: [
    "(?:números? de (?:pedido|seguimiento|serie|cliente|factura|teléfono|expediente|contrato|" +
      "paquete|modelo|lote|reserva|referencia|móvil|contador|póliza|envío|caso|incidencia|socio)|" +
      "códigos? (?:postal|promocional|qr|(?:de )?(?:error|barras|recogida|descuento|seguimiento|" +
      "producto|devolución|color|artículo|pedido|reserva)|del? (?:error|producto|pedido)))"
  ],
  card: ["tarjetas?(?: (?:bancaria|de (?:crédito|débito|pago)|visa|mastercard))?"],
  cardPart: [
    "d[ée]le la vuelta",
    "gírela",
    "(?:números?|dígitos|cifras|numeración|código|tres)(?: \\S{1,14}){0,4} (?:complet[oa]s?|" +
      "enter[oa]s?|larg[oa]s?|delante|frente|anverso|reverso|dorso|detrás|atrás|trasera|posterior|" +
      "delantera|dieciséis|16)",
    "(?:largo|completo) número",
    "(?:dieciséis|16|tres|3|cuatro|todos los|los 16|los tres) (?:dígitos|números|cifras)",
    "(?:ambas caras|ambos lados|las dos caras|por delante y por detrás|anverso y (?:el )?reverso|dorso|reverso)",
    "código (?:de seguridad|de verificación|del reverso|de detrás)",
    "numeración"
  ],
  plainCard: [
    "tarjetas? (?:(?:de )?regalo|de (?:cliente|fidelidad|fidelización|socio|memoria|visita|" +
      "embarque|puntos|transporte|biblioteca|garantía|embarque|residencia)|sim|sd|gráfica|sanitaria|cliente)"
  ],
  signIn: [
    "(?:enlace|link|vínculo|url|botón) (?:de (?:acceso|inicio de sesión|entrada|restablecimiento|" +
      "recuperación|verificación|activación|confirmación|un solo uso)|mágico|para (?:(?:iniciar " +
      "sesión|entrar|acceder|restablecer|cambiar|recuperar|identificarse)|(?:\\S{1,14} ){0,2}(?:contraseña|clave)))",
    "(?:correo|e-?mail|mensaje|sms)(?: \\S{1,14}){0,6} (?:enlace|link|botón)(?: \\S{1,14}){0,4} " +
      "(?:acceso|sesión|entrar|acceder|contraseña|clave|mágico|activación|verificación)",
    "correo de (?:acceso|inicio de sesión|restablecimiento|verificación|recuperación)",
    "enlace(?: \\S{1,14}){0,6} (?:inicia|entra|accede|abre)(?: \\S{1,14}){0,3} (?:sesión|cuenta)"
  ],
  remote: [
    "(?:número|id|código|dirección|clave) de (?:sesión|conexión|puesto|asociado|escritorio|acceso remoto)",
    "(?:acceso|control|asistencia|soporte|escritorio|conexión|mantenimiento|sesión|ayuda) " +
      "(?:de forma )?(?:remot[oa]|a distancia)",
    "(?:de forma|de manera) remota",
    "remotamente",
    "a distancia",
    "compart(?:ir|a|e|iendo)(?: \\S{1,14}){0,2} (?:su |la |tu |de )?pantalla",
    "(?:programa|aplicación|app|herramienta|software)(?: \\S{1,14}){0,8} (?:controlar|ver|" +
      "manejar|mover|tomar|conectar\\p{L}*)(?: \\S{1,14}){0,4} (?:pantalla|ordenador|equipo|" +
      "ratón|pc|computadora)"
  ],
  act: [
    "(?:arranque|arránquel[oa]|lance|pulse|púlsel[oa]|haga clic|clique|déle|dele|acepte)",
    "(?:instale|instála|descargue|descárgue|abra|ábra|inicie|ejecute|acepte|acépte|autorice|" +
      "autoríce|conceda|dé|deme|denos|deje|permita|permíta|comparta|active|pulse|utilice|use|" +
      "lea|léa|díga|diga|indique|otorgue|facilite|baje|póngase|ponga|confirme)(?:me|nos|se)?(?:lo|la)?",
    "(?:instala|descarga|abre|ejecuta|acepta|autoriza|activa|comparte|déjame|dame|permíteme|" +
      "bájate|descárgate|instálate)(?:te|lo)?",
    "(?:por favor|puede|podría|debe|tiene que|tendrá que|basta con|necesito que|solo)(?: " +
      "\\S{1,14}){0,4} (?:instalar|descargar|abrir|iniciar|ejecutar|aceptar|autorizar|conceder|" +
      "dar|dejar|permitir|compartir|activar|usar|utilizar|instale|descargue|abra|acepte)(?:se|" +
      "me|nos)?(?:lo|la)?"
  ],
  over: [
    "(?:yo )?(?:mover[ée]\\p{L}*|muevo|movemos|manej\\p{L}+|tomar[ée]\\p{L}*|tomo|llevo|llevaré|guío|" +
      "controlo|controlaré|veré|veo|miro)(?: \\S{1,12}){0,2} (?:el|la|su|en su) (?:ratón|pantalla|" +
      "ordenador|equipo|teclado|pc|cursor|portátil|escritorio|computadora|mouse)",
    "(?:tomar|tome|tomo|tomará|tomaré|tomaremos|tomamos|hacerme|hacernos|coger|coja|asumir|" +
      "asuma)(?: \\S{1,14}){0,2} (?:el control|los mandos|control)",
    "(?:controlar|manejar|acceder a|entrar en|ver|conectarme a|conectarnos a|conectarse a|" +
      "trabajar en|mover|operar|intervenir en|maneje|acceda a|entre en|vea|se conecte a|controle|" +
      "manejemos|veamos|accedamos a|entremos en|nos conectemos a|me conecte a)(?: \\S{1,14}){0,2} " +
      "(?:su|tu|el) (?:ordenador|pantalla|equipo|pc|ratón|escritorio|portátil|computadora|computador|máquina|cursor)",
    "(?:acceso|control|permiso|mandos)(?: \\S{1,14}){0,3} (?:a|de|sobre|en) (?:su|tu) (?:ordenador|" +
      "pantalla|equipo|pc|ratón|escritorio|portátil|computadora|máquina)"
  ],
  voucher: [
    "(?:tarjetas?|bonos?|vales?|códigos?|cupones?)[- ](?:de )?(?:regalo|prepago|recarga|compra|" +
      "google|amazon|steam)s?",
    "vales?",
    "cupones",
    "recargas?"
  ],
  voucherCode: [
    "(?:códigos?|números?|dígitos|fotos?|fotografías?|rasc\\p{L}*|raspa\\p{L}*|dorso|reverso|" +
      "ticket|recibo|claves?)"
  ],
  buy: [
    "(?:compre|cómpre|adquiera|consiga|compra|hágase con|vaya a comprar|acérquese)(?:nos|me|se)?",
    "(?:por favor|puede|podría|debe|tiene que|basta con)(?: \\S{1,14}){0,3} (?:comprar|adquirir|conseguir)"
  ],
  pay: [
    "(?:p[aá]g\\p{L}+|ab[oó]n\\p{L}+|ingr[eé]s\\p{L}+|transf[eé]r\\p{L}+|transfi[eé]r\\p{L}+|env[ií]\\p{L}+|" +
      "m[aá]nd\\p{L}+|g[ií]r\\p{L}+|p[aá]s\\p{L}+|h[aá]g\\p{L}+|haz|dinero|importe|cantidad|tasas?|tarifa|" +
      "fianza|depósito|depositar|" +
      "deposite|remit\\p{L}+|met[ea]|liquid\\p{L}+|acept\\p{L}+|gastos)"
  ],
  untraceable: [
    "(?:efectivo|dinero|billetes|metálico|importe)(?: \\S{1,14}){0,6} (?:en|dentro de|por|" +
      "con|mediante|a) (?:un |una |el |la )?(?:\\p{L}+ )?(?:sobre|correo|carta|paquete|mensajero|" +
      "mensajería|postal|certificad[oa])",
    "sobre(?: \\S{1,14}){0,4} (?:efectivo|billetes)",
    "(?:amigos (?:y|o|&) familia(?:res)?|familiares (?:y|o) amigos)",
    "(?:cajeros?|máquinas?) (?:de )?(?:bitcoins?|criptomonedas?)",
    "cripto(?:monedas?|divisas?|activos?)?",
    "giro (?:postal|en efectivo)",
    "cuenta (?:personal|privada|particular) (?:de|a nombre)"
  ],
  need: [
    "(?:es|son|será|serán|sería|serían)(?: \\S{1,14}){0,3} (?:necesari[oa]s?|imprescindibles?|" +
      "precis[oa]s?|obligatori[oa]s?)",
    "(?:falta|faltan|queda|quedan|basta|bastan|bastaría|bastará|hace falta|hacen falta|haría " +
      "falta|harían falta|se necesita|se necesitan|se requiere|necesitaría|necesitaríamos)",
    "(?:lo único|solo|sólo) (?:que )?(?:nos |me )?(?:falta|queda|necesit\\p{L}+)",
    "(?:adj[uú]nt\\p{L}+|súba(?:l[oa]s?|nos)?|suba|sube|súbel[oa]s?|anexe)",
    "(?:por recibir)"
  ],
  strong: [
    "(?:doce|veinticuatro|12|24)(?: \\p{L}+)? palabras",
    "frase (?:semilla|de recuperación|secreta|mnemotécnica)",
    "cookies? de sesión",
    "valor de(?: la| el|l)? cookie",
    "token(?: de (?:sesión|acceso))?",
    "id_(?:rsa|ed25519|ecdsa|dsa)",
    "(?:clave|llave) (?:privada|ssh|de api|de firma|secreta|pública y privada)",
    "(?:código )?puk",
    "authenticator",
    "(?:cl@ve|clave pin|dnie|certificado digital|clave permanente)",
    "(?:clave|contraseña|código|palabra|número)(?: \\p{L}+)? (?:que|con (?:el|la) que) (?:usted " +
      ")?(?:\\S{1,14} ){0,4}(?:eligió|eligieron|puso|escogió|acordó|fijó|usa|utiliza|marca|" +
      "teclea|pulsa|pone|introduce)",
    "(?:cifras|dígitos|números) (?:que|con l[oa]s que) (?:\\S{1,14} ){0,4}(?:marca|teclea|" +
      "pulsa|pone|introduce|usa|utiliza|saca)(?: \\S{1,14}){0,5} (?:cajero|tienda|datáfono|" +
      "comercio|pagar|buzón)\\p{L}*",
    "lo que (?:pone|escribe|teclea|introduce|marca)(?: \\S{1,14}){0,4} (?:debajo|para entrar|" +
      "para acceder|al entrar)"
  ],
  identity: [
    "dni",
    "nie",
    "(?:carné|carnet|documento|cédula)(?: (?:nacional )?de (?:identidad|conducir|identificación))?",
    "pasaportes?",
    "permiso de (?:conducir|residencia)",
    "ine"
  ],
  photo: [
    "cámara",
    "(?:fotos?|fotografí\\p{L}*|selfies?|escane\\p{L}*|copias?|imágenes|imagen|por delante " +
      "y por detrás|(?:las dos|ambas) caras|ambos lados)"
  ],
  cover: ["(?:tap\\p{L}+|tach\\p{L}+|ocult\\p{L}+|cubr\\p{L}+|difumin\\p{L}+|esconda|pixel\\p{L}+)"],
  grant: [
    "(?:apruebe|acepte|confirme|autorice|pulse|valide|toque)(?: \\S{1,14}){0,10} (?:solicitud|" +
      "notificación|aviso|acceso|dispositivo|sí|mensaje|petición)(?: \\S{1,14}){0,10} (?:yo|" +
      "nosotros|nuestr\\p{L}+|mi|compañer\\p{L}+|entr\\p{L}+|envi\\p{L}+|enviaremos|mandaremos)",
    "(?:cuando|mientras|para que) (?:yo |nosotros )?(?:entre|entremos|inicie|iniciemos|acceda|" +
      "accedamos)(?: \\S{1,14}){0,12} (?:apruebe|acepte|confirme|pulse|autorice)",
    "escane\\p{L}+(?: \\S{1,14}){0,6} qr(?: \\S{1,14}){0,8} (?:que )?(?:le|te) (?:\\S{1,14} " +
      "){0,2}(?:env\\p{L}+|mand\\p{L}+|muestr\\p{L}+)",
    "(?:añada|agregue|ponga|registre|indique)(?: \\S{1,14}){0,6} (?:nuestr\\p{L}+|mi)(?: " +
      "\\S{1,14}){0,6} (?:recuperación|confianza|autorizad[oa]|segundo|cuenta|dispositivo|beneficiario)",
    "desv[ií]\\p{L}+(?: \\S{1,14}){0,4} (?:llamadas|sms|mensajes)(?: \\S{1,14}){0,3} (?:a|" +
      "hacia) (?:nuestr|mi|este|un)\\p{L}*",
    "(?:entraremos|entramos|accederemos|accedemos|iniciaremos sesión)(?: \\S{1,14}){0,4} (?:con|en) su"
  ],
  cash: [
    "efectivo",
    "metálico",
    "billetes de (?:banco|\\d+|cinco|diez|veinte|cincuenta|cien)",
    "billetes(?= (?:en un sobre|dentro de un sobre|por correo|y monedas))",
    "dinero en mano",
    "billetes sueltos"
  ],
  envelope: [
    "(?:un |el |dentro de |en )sobre(?: (?:\\p{L}+))?",
    "por (?:correo|carta|mensajero|mensajería|paquetería)",
    "paquete",
    "carta certificada",
    "entre las páginas"
  ],
  person: [
    "(?:mi|nuestr[oa]|del|de la|al|a la) (?:doctora?|instalador(?:a)?|montador(?:a)?|fontaner[oa]|" +
      "electricista|conserje|portero|cajer[oa]|dentista|veterinari[oa]|terapeuta|matrona|abogad[oa]|" +
      "notari[oa]|corredor(?:a)?|vendedor(?:a)?|proveedor(?:a)?|adjunt[oa]|superior|capitán|camarer[oa]|" +
      "cociner[oa]|jardiner[oa]|fotógraf[oa]|revisor(?:a)?|becari[oa]|aprendiz|president[ea]|" +
      "fundador(?:a)?|entrenador(?:a)?|administrador(?:a)?|propietari[oa]|caser[oa]|operari[oa]|mozo|" +
      "almacenista|coordinador(?:a)?|técnic[oa])",
    "(?:móvil|teléfono|número|celular) (?:personal|particular|privado)",
    "(?:mi|nuestr[oa]|del|de la|un|una)(?: \\p{L}+)? (?:compañer[oa]|colega|jef[ea]|director(?:a)?|" +
      "profesor(?:a)?|profe|monitor(?:a)?|repartidor(?:a)?|conductor(?:a)?|técnico|técnica|" +
      "asistente|encargad[oa]|marido|mujer|esposa|esposo|herman[oa]|hij[oa]|amig[oa]|prim[oa]|" +
      "contable|secretari[oa]|responsable|gerente|mensajer[oa]|guía|tesorer[oa]|interventor(?:a)?|" +
      "enfermer[oa]|médic[oa]|dueñ[oa])",
    "(?:don|doña|señor|señora|sr\\.|sra\\.) \\p{L}{2,}",
    "(?:cuenta|cartilla)(?: \\p{L}+)? (?:particular|personal|privada) (?:de|del)",
    "mi (?:propia cuenta|cuenta (?:personal|privada|particular))",
    "directamente a (?:él|ella|mí)"
  ],
  account: [
    "(?:transfer\\p{L}*|transfier\\p{L}*|ingres\\p{L}*|cuenta|iban|bizum|paypal|revolut|deposit\\p{L}*|" +
      "giro|nequi|yape|cartilla)"
  ]
}
