import type { Phrases } from "./phrases.ts"

export const pt: Phrases = {
  blame: [
    "(?:você |o senhor |a senhora )?(?:deveria|devia|tinha de|teria de) ter(?: \\p{L}+){0,4}",
    "(?:você |o senhor |a senhora )?(?:esqueceu(?:-se)?|ignorou|não (?:leu|verificou|conferiu|seguiu|prestou|se deu|reparou)|nem (?:sequer )?(?:leu|verificou|se)|omitiu|errou|enganou-se|preencheu mal|digitou (?:errado|mal))(?: \\p{L}+){0,4}",
    "se (?:você |o senhor |a senhora )?(?:tivesse|tivesses)(?: \\p{L}+){0,4}",
    "(?:sua|seu|tua) (?:própria |próprio )?(?:culpa|erro|negligência|descuido|responsabilidade|falha|desatenção|distração)",
    "(?:culpa|erro) (?:sua|seu|do utilizador|do usuário)|por não (?:ler|verificar|seguir|conferir)(?: \\p{L}+){0,4}",
    "(?:como|conforme) (?:já )?(?:lhe |te )?(?:disse|dissemos|expliquei|explicámos|explicamos|referi|referimos|informei|informámos|informamos|mencionei|indicámos|foi dito|falei|avisei|avisamos)(?: \\p{L}+){0,3}",
    "já (?:lhe |te )?(?:disse|dissemos|expliquei|explicámos|explicamos|informei|informámos|avisei|avisamos|respondi)(?: \\p{L}+){0,3}",
    "pela (?:segunda|terceira|última|enésima) vez",
    "(?:você |o senhor |a senhora )?(?:alega|afirma|supostamente|alegadamente|segundo você)",
    "supost[oa]s? \\p{L}+",
    "(?:da próxima vez|no futuro|para a próxima),? (?:por favor )?(?:\\p{L}+ )?(?:leia|verifique|confira|preste|tenha|certifique-se|atenção)(?: \\p{L}+){0,3}",
    "preste (?:mais )?atenção|acalme-se|o seu tom|esse tom|modere",
    "(?:está|estava|consta) (?:bem |muito )?(?:claro|claramente)(?: \\p{L}+){0,3}",
    "(?:evidentemente|obviamente|claramente|pelos vistos|pelo visto|aparentemente),? (?:você |o senhor |a senhora )?não(?: \\p{L}+){0,4}",
    "só acontece quando(?: \\p{L}+){0,5}",
    "porque (?:você|o senhor|a senhora|não (?:leu|verificou|seguiu|preencheu))(?: \\p{L}+){0,4}",
    "bastava(?: \\p{L}+){0,3}",
    "não é (?:assim )?tão (?:difícil|complicado)",
    "como já (?:foi|fora)(?: \\p{L}+){1,3}",
    "(?:o senhor|a senhora|você) é que não(?: \\p{L}+){1,2}",
    "bom senso",
    "prestar mais atenção"
  ].join("|"),
  cold: {
    curt: "(?:não é |isso não é )?(?:possível|impossível)(?=[.!])|não tem o que fazer|fora do prazo|não dá|não pode ser|sem exce(?:p)?ções|(?:pedido|reclamação|devolução|reembolso|solicitação) (?:foi |está )?(?:recusad[oa]|rejeitad[oa]|negad[oa]|indeferid[oa])|(?:recusado|rejeitado|negado)|não (?:fazemos|oferecemos|aceitamos) (?:isso|isto)|(?:é|são) (?:a|as|a nossa) (?:política|normas?|regras?)|não (?:podemos|posso) fazer nada(?: mais)?|nada (?:podemos|a) fazer|não (?:podemos|posso) (?:ajudar|ajudá-l[oa])|(?:terá|tem) (?:de|que) (?:esperar|aguardar)|aguarde|caso encerrado|(?:ticket|chamado|pedido) (?:encerrado|fechado)|não há (?:reembolso|devolução|exceções)|não(?=[.!]\\s*$)|consulte os termos|não é da nossa competência|não nos responsabilizamos",
    rude: "não é (?:o )?(?:nosso|meu) problema|(?:o )?problema é (?:seu|teu)|(?:é )?(?:problema|azar) (?:seu|o seu)|leia (?:os|o|as|a) (?:termos|manual|regras|instruções|contrato|descrição|condições|faq|site)(?: \\p{L}+){0,2}|vire-se|desenrasque-se|se vire|procure (?:no google|você mesmo)|azar|é o que há|é pegar ou largar|pare de(?: \\p{L}+){0,2}|não (?:nos )?escreva mais|não (?:nos )?interessa|não faço ideia|e daí|procure outr\\p{L}+"
  },
  apology: {
    plain: "desculp\\p{L}*|lament(?:o|amos)|(?:sinto|sentimos) muito|perdão|perdoe",
    heavy:
      "mil (?:desculpas|perdões)|(?:não (?:há|tenho|temos) palavras|faltam-nos palavras)|envergonhad\\p{L}*|imperdoável|indesculpável|do fundo do (?:meu |nosso )?coração|de joelhos|(?:imploramos|imploro|suplic\\p{L}*)|infinitas|(?:imensa|imenso),? (?:imensa|imenso)|profundíssim\\p{L}*|vergonha",
    none: "não (?:precisa|é preciso|tem)(?: \\p{L}+){0,4} (?:pedir )?desculp\\p{L}*|(?:suas|as suas) desculpas|não peça desculpa"
  },
  jargon: [
    "(?:suporte (?:de )?|equipa (?:de )?|equipe (?:de )?)?(?:(?:segundo|terceiro|primeiro)\\snível|nível [1-3])(?= |\\.|,|$)|[lnt][1-3](?= )",
    "escal(?:ado|ada|ámos|amos|aremos|ar|ei|onado|onei|onamos)(?: \\p{L}+){0,3}",
    "(?:a |na )?fila(?: de \\p{L}+)?|backlog",
    "(?:ticket|chamado|caso) (?:pai|filho|principal|vinculado|interno|fundido|mesclado)|sub-?ticket\\p{L}*",
    "(?:mescl|fund|unific)\\p{L}+(?: \\p{L}+){0,3}",
    "(?:estado|status) [«\"“']?(?:pendente|em espera|resolvido|pending|on hold|solved|aberto)",
    "macros?",
    "deploy\\p{L}*|implant\\p{L}+|hotfix|rollback|sprint|backend|back-?office|staging|provision\\p{L}*|whitelist\\p{L}*|triagem|workflow",
    "jira|zendesk"
  ],
  shouted:
    "DOIS|TRÊS|QUATRO|CINCO|SEIS|SETE|OITO|NOVE|DEZ|AGORA|ANTES|AQUI|ATENÇÃO|BEM|CADA|DEVE|DUAS|ESTE|ISTO|ISSO|EXATAMENTE|FAVOR|HOJE|IMPORTANTE|IMEDIATAMENTE|JÁ|JAMAIS|LEIA|LER|MUITO|NADA|NÃO|NEM|NENHUM|NENHUMA|NÓS|NUNCA|OBRIGATÓRIO|OBRIGADO|POR|SEMPRE|SEM|SOMENTE|SÓ|TEM|TODO|TODOS|TODAS|TUDO|ÚLTIMA|UNICAMENTE|APENAS|URGENTE|VOCÊ|O|OS|AS|QUE|É",
  greeting:
    "olá|oi|querid[oa]s?|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?|estimad[oa]s?|exm[oa]\\.?|senhora?|sr\\.?|sra\\.?",
  opening:
    "(?:muito )?obrigad[oa]|agrade\\p{L}*|lament\\p{L}*|(?:sinto|sentimos)|desculp\\p{L}*|(?:pedimos|peço) desculp\\p{L}*|bem-vind\\p{L}*|ficamos felizes|que bom",
  hello: "Olá,",
  kind: "lament\\p{L}*|desculp\\p{L}*|obrigad\\p{L}*|infelizmente|por favor|com (?:todo o )?(?:gosto|prazer)|entend\\p{L}*|compreend\\p{L}*|porque|pois|já que|uma vez que|em vez disso|no entanto|mas (?:pode|podemos|posso|você)|pode|podemos|posso|se (?:quiser|preferir|precisar|desejar)|quando|assim que|aqui está|sinto|sentimos|agradec\\p{L}*",
  guarantee:
    "(?:garant(?:o|imos|ido)|promet(?:o|emos)|assegur(?:o|amos))(?:-lhe)?|(?:faremos|farei|fazemos|vamos fazer|podemos fazer|abriremos|abrimos|vamos abrir) uma exce(?:p)?ção|excecionalmente|excepcionalmente|(?:vamos|iremos|vou) (?:\\p{L}+ )?(?:trocar|substituir|reembolsar|devolver|oferecer|compensar|prolongar|enviar (?:\\p{L}+ )?(?:nov\\p{L}+|outr\\p{L}+))|voltamos a (?:entregar|enviar)(?: \\p{L}+){0,3}|(?:receberá|terá)(?: \\p{L}+){0,5} (?:nov\\p{L}+|reembols\\p{L}*|sem falta|grátis|amanhã|compensação|garantid\\p{L}*)|não (?:voltará|vai) a? ?(?:acontecer|repetir-se|se repetir)(?: nunca)?|nunca mais (?:vai |irá )?(?:acontecer|se repetir\\p{L}*)|o mais tardar|garantimos|de graça|vitalíci\\p{L}*|grátis|gratuit\\p{L}*|sem custos?|por nossa conta|não paga nada|tem \\d+ ?% de desconto",
  step: "(?:vou|vamos|irei|iremos) (?:\\p{L}+ )?(?:verificar|perguntar|ver|confirmar|escrever\\p{L}*|ligar\\p{L}*|consultar|pedir|encaminhar|contactar|contatar|tentar|investigar|dar notícias|avisar\\p{L}*)|(?:escrevo|ligo|aviso|informo|respondo|retorno|verifico|confirmo|dou)(?:-lhe)?|(?:entrarei|entraremos|manterei|manteremos)(?: \\p{L}+){0,3}|(?:foi|foram|já|acabei de|acabámos de|acabamos de) (?:\\p{L}+ )?(?:\\p{L}+(?:ado|ido|ada|ida|ei|ámos|amos))?|(?:reembolsei|enviei|pedi|abri|estornei|cancelei|enviámos|reembolsámos)|esper(?:o|amos)|não (?:\\p{L}+ )?(?:posso|podemos) (?:prometer|garantir|assegurar)|sem garantia|prefere|gostaria|normalmente|habitualmente|costuma|deve(?:rá|ria)? (?:chegar|estar|ser)",
  note: "todo:|a (?:preencher|confirmar|completar)|(?:verificar|preencher|completar|confirmar) antes de enviar|por preencher|colocar (?:aqui )?(?:data|nome|link)|tbd",
  gap: "nome|apelido|sobrenome|número|data|valor|montante|pedido|encomenda|rastreio|link|assinatura|cliente|agente|cidade|produto|artigo|hora|e-?mail|morada|endereço|telefone|empresa|motivo|preço|dia|mês|aqui|inserir|preencher|seu|referência",
  negation: {
    word: "não|nunca|jamais|nada|ninguém|nenhum\\p{L}*|sem|tampouco|nem|sequer|salvo|exce(?:p)?to|incapa\\p{L}*|recus\\p{L}*|rejeit\\p{L}*|neg(?:ar|ad|am)\\p{L}*|exclu\\p{L}*|proib\\p{L}*",
    within:
      "im(?:possível|possíveis|prováve|própri)\\p{L}*|in(?:válid|corr?et|correct|complet|dispon|exat|suficient|útil|ativ|compatíve|segur|cert|acessíve|exist)\\p{L}*|ir(?:regular|relevante)\\p{L}*|des(?:ativ|autoriz|conect|conhec|aprov)\\p{L}*"
  },
  when: "hoje|amanhã|ontem|anteontem|agora|logo|já|em breve|brevemente|mais tarde|mais cedo|de imediato|imediatamente|o quanto antes|(?:n?esta|na|até|desde|próxima) (?:segunda|terça|quarta|quinta|sexta)|(?:próxim|passad|seguint|últim)\\p{L}* (?:dia|semana|mês|ano|fim de semana)|(?:semana|mês|ano|dia) (?:que vem|próxim\\p{L}+|passad\\p{L}+|seguinte)|est[ae] (?:semana|mês|ano|tarde|noite|manhã)|fim de semana|meio-dia|meia-noite|diári\\p{L}*|semanal\\p{L}*|mensal\\p{L}*|anual\\p{L}*",
  amount:
    "uma vez|dobr\\p{L}*|duplic\\p{L}*|dupl[oa]s?|triplo|metade|mei[oa]|(?:primeir|segund|terceir|quart|quint|sext|sétim|oitav|non|décim)[oa]s?|dúzia\\p{L}*|dezena\\p{L}*|centena\\p{L}*|dez|cem|centos?|(?:duz|trez)ent[oa]s|quinhent[oa]s|(?:quatro|seis|sete|oito|nove)cent[oa]s|mil|milhar\\p{L}*|milh(?:ão|ões)|dez[ae]sse(?:is|te)|dezoito|dez[ae]nove|setenta|oitenta|amb[oa]s|par|pares|zero"
}
