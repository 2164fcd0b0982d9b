import type { AskingWords } from "./words.ts"

const GIVE =
  "(?:d[êái]|dar|dit|diz|dig|dizer|envi|reenvi|mand|pass|forne[cç]|indi[cq]|inform|comuni[cq]|partilh|" +
  "compartilh|confirm|copi|col[ae]|escrev|soletr|repit|repet|transmit|remet|fotograf|mostr|anot|" +
  "encaminh|reencaminh|facult|digit|fal[ae]|fa[cçz]|deix|põe|ponh|p[ôo]r|coloc|coloqu|anex|lê|lei|" +
  "ler|junt|transcrev|entreg|cont[ae]|insir|lanç|bot)\\p{L}{0,8}"
const HERE =
  "(?:aqui|por aqui|pra cá|para cá|abaixo|(?:neste|nesta|na|no|nessa|num|numa|a este|a esta) " +
  "(?:\\p{L}+ )?(?:chat|resposta|mensagem|e-?mail|conversa|janela|chamado|ticket|fio)|por (?:este " +
  "(?:chat|meio|e-?mail)|resposta|e-?mail)|em resposta|de volta|logo abaixo|embaixo)"

export const pt: AskingWords = {
  vague: [
    "(?:um|o|esse|os|uns|esses|quatro|seis|oito) (?:quatro |seis |oito |três )?(?:números?|códigos?|" +
      "dígitos|algarismos)(?! (?:postal|d[aoe](?! (?:sua |seu )?(?:app|aplicativo|aplicação|celular|" +
      "telemóvel|telefone))))"
  ],
  device: ["token", "(?:telemóvel|celular|telefone|aplicativo|aplicação|app)"],
  coming: [
    "sms(?: \\S{1,14}){0,5} (?:cheg)\\p{L}*",
    "(?:chegar|chegará|chega|receberá|receber)(?: \\S{1,14}){0,3} sms"
  ],
  hand: [
    "(?:para|pro|ao) (?:o )?(?:meu|nosso) (?:e-?mail|número|celular|telemóvel)",
    "(?:figur|const|aparec|est[aáe])\\p{L}*(?: [^\\s.;!?]{1,20}){0,3} n[ao] (?:sua )?resposta",
    "\\p{L}{1,14}[aeêár]-(?:me|nos)",
    "\\p{L}{2,14}-(?:mo|ma|mos|mas|no-l[oa]s?)",
    `(?<!-)(?:me|nos) (?:${GIVE}|(?:pode|poderia|consegue) (?:\\p{L}+ )?${GIVE})`,
    `${GIVE}(?:-[oa]s?|-l[oa]s?)?(?: [^\\s.,;:!?]{1,20}){0,10} ${HERE}`,
    `${GIVE}(?:-[oa]s?|-l[oa]s?)?(?: [^\\s.;:!?]{1,20}){0,10} (?:(?:para|pra|a) (?:mim|nós|a gente|o ` +
      `meu|o nosso|a nossa|a minha)|comigo|conosco|connosco)`,
    "respond\\p{L}*(?: [^\\s.;:!?]{1,20}){0,6} (?:com|indicando|informando)",
    "respond\\p{L}*-me(?: [^\\s.;:!?]{1,20}){0,3} com",
    "(?:posso|poderia|podemos)(?: [^\\s.;:!?]{1,20}){0,3} (?:ter|saber|anotar|apontar)"
  ],
  need: [
    "(?:eu )?gostaria de (?:ouvir|ver|ler|saber)",
    "(?:precis|necessit|aguard|solicit|requer)\\p{L}{0,7}",
    "(?:me|nos) (?:\\p{L}+ )?(?:falt\\p{L}+|bast\\p{L}+|serv\\p{L}+|rest\\p{L}+|chega\\p{L}*)",
    "(?:falta|faltam|basta|bastam|bastaria|resta|restam|bastará)(?:-me|-nos)?",
    "(?:o que|a única coisa que|só o que)(?: \\p{L}+){0,2} (?:falta|precis\\p{L}+|resta)",
    "(?:tem|têm|deve|devem) (?:de|que) (?:nos|me) \\p{L}+",
    "(?:é|são|será|serão|seria) (?:\\p{L}+ )?(?:necessári[oa]s?|precis[oa]s?|imprescindíve\\p{L}+)"
  ],
  once: [
    "(?:assim que|quando|logo que|mal|depois que|enquanto não|até)(?: [^\\s,.;!?]{1,20}){0,4} (?:tiver|" +
      "tivermos|receber|recebermos|souber|soubermos|vir|chegar|chegarem|ter|estiver)(?: " +
      "[^\\s,.;!?]{1,20}){0,3}",
    "(?:ao|após) (?:receber|ter)",
    "(?:recebid|obtid)[oa]s? (?:o|a|os|as|esse|essa)",
    "sem (?:ele|ela|eles|elas|isso|esse|essa|esses|essas|o|a|os|as|seu|" +
      "sua)(?=[^.;!?]{0,80}(?<!\\p{L})(?:não (?:\\p{L}+ )?(?:consigo|posso|podemos|avanço|conseguimos)))"
  ],
  use: [
    "(?:tenho|temos) (?:de|que) (?:introduzir|digitar|inserir|pôr|colocar)",
    "(?:eu (?:mesmo |mesma )?|nós )(?:digit\\p{L}+|insir\\p{L}+|introdu\\p{L}+|coloc\\p{L}+|us\\p{L}+|lanç\\p{L}+)",
    "por favor(?=[.;!?]|$)"
  ],
  question: [
    "(?:que|qual) (?:\\p{L}+ ){1,3}(?:cadastrou|escolheu|definiu|usa|usava|indicou|colocou)",
    "(?:qual|quais) (?:é|são|era|eram|foi)",
    "(?:o )?que (?:códigos?|números?|dígitos|palavra|senha|diz|aparece|mostra|respondeu|colocou)"
  ],
  reason: [
    "(?:e|já) (?:pronto|está|fica|ficará)",
    "senão",
    "na hora",
    "para (?:que )?(?:eu|nós|a gente) \\p{L}+",
    "(?:aí|assim|e|que|depois|então) (?:já )?(?:eu|nós|a gente) (?:\\p{L}+)",
    "(?:me|nos) (?:encarreg\\p{L}+|permit\\p{L}+)",
    "eu (?:mesm[oa]|próprio|termino|resolvo|faço|digito|coloco|entro|troco)",
    "para (?:identificar|verificar|confirmar|desbloquear|concluir|liberar|eu)\\p{L}*",
    "(?:do|deste) (?:meu|nosso) lado",
    "assim (?:consigo|posso|já|que)",
    "trato (?:eu|do resto|de tudo)"
  ],
  point: [
    "dígitos?",
    "algarismos?",
    "o que (?:estiver|disser|está|diz|aparecer)",
    "(?:foto|imagem|captura|print)(?! (?:de|do|da|dos))",
    "(?:re)?encaminh\\p{L}+",
    "\\p{L}{2,14}-(?:[oa]s?|l[oa]s?|mo|ma|mos|mas|no-l[oa]s?)",
    "el[ea]s?",
    "del[ea]s?",
    "ess[ea]s?",
    "est[ea]s?",
    "isso",
    "amb[oa]s",
    "os dois",
    "as duas",
    "[oa]s(?= (?:envie|mande|passe|diga))"
  ],
  plain: [
    "(?:números?|n\\.º|referência) (?:de |d[oae] )(?:pedido|encomenda|cliente|fatura|processo|rastreio|" +
      "rastreamento|contrato|reserva|série|telefone|contador|sócio|apólice|modelo|caso|envio|protocolo|" +
      "telemóvel|bilhete)",
    "(?:últim\\p{L}+ )(?:quatro|4|três|3|dois|2)",
    "(?:quatro|4|três|3) últim\\p{L}+",
    "(?:mensagem|código) de erro",
    "capturas?(?! d)",
    "morada",
    "endereço de \\p{L}+",
    "hora",
    "referência",
    "protocolo"
  ],
  whether: [
    "por que",
    "onde",
    "como (?:foi|está|correu|ficou)",
    "(?:em |a |de |com |por )(?:que|qual|quais)(?! (?:código|número))",
    "o que (?:aconteceu|ocorreu|houve)"
  ],
  under: ["se", "quando", "que"],
  approve: [
    "(?:toque|aperte|aceite|aprove|autorize|confirme|valide|escaneie|leia|aponte|escolha|clique|" +
      'carregue|digitalize|toca|aceita|aprova|confirma)(?: [^\\s.;!?]{1,20}){0,10} (?:«|“|")?(?:sim|' +
      "permitir|aceitar|autorizar|confirmar|aprovar|vincular|conectar|pedido|solicitação|notificação|" +
      "aviso|aparelho|dispositivo|qr|câmera|câmara)"
  ],
  enter: [
    "(?:eu |nós |a gente |o nosso \\p{L}+ )?(?:entro|entrarei|entramos|entrarmos|entra|acedo|acedemos|" +
      "acesso|acessamos|acessar|estou|estarei|estaremos|inicio sessão|faço login|ligo-me)(?: " +
      "[^\\s.;!?]{1,20}){0,3} (?:conta|perfil|área|sessão|nome)"
  ],
  own: [
    "(?:mando|envio|mandamos|enviamos|gero) outr[oa]",
    "expirad[oa]",
    "(?:só|apenas|somente|você mesm[oa]|unicamente|exclusivamente)(?: [^\\s.;!?]{1,20}){0,3} (?:no|na|em|dentro)",
    "(?:digit\\p{L}*|introdu\\p{L}*|insir\\p{L}*|escrev\\p{L}*|coloqu\\p{L}*|us[ea])(?: " +
      "[^\\s.;!?]{1,20}){0,6} (?:no|na) (?:aplicação|aplicativo|app|teclado|ecrã|tela|caixa|site|página|" +
      "sua área|formulário|campo|cacifo|armário|terminal|carrinho|maquininha|multibanco)",
    "(?:a|com|para) (?:ninguém|terceiros)"
  ]
}
