import { numbered } from "./numbered.ts"
import type { GuardWords } from "./words.ts"

export const pt: GuardWords = {
  prompt: [
    "(?:prompt|instruções|indicações) (?:de|do) (?:sistema|programador|desenvolvedor)",
    "prompt",
    "(?:como|enquanto) (?:uma? )?(?:ia|inteligência artificial|modelo de linguagem|assistente (?:virtual|de ia)|chatbot)",
    "sou (?:apenas |só )?(?:uma? )?(?:ia|inteligência artificial|modelo de linguagem|chatbot|assistente virtual)",
    "(?:as )?minhas (?:instruções|indicações|diretrizes|regras|orientações) (?:dizem|indicam|são|proíbem|impedem|mandam|exigem|não)",
    "(?:segundo|conforme|de acordo com) (?:as )?minhas (?:instruções|indicações|diretrizes|orientações)",
    "(?:instruções|indicações|diretrizes|orientações|artigos|documentos|textos|fontes|contexto) que (?:me (?:deram|foram|foi)|recebi)",
    "(?:fui|estou|sou) (?:instruíd|programad|configurad|treinad|orientad)[oa]",
    "(?:foi-me|foram-me|me foi) (?:pedido|dito|ordenado|indicado)",
    "(?:pediram|disseram|mandaram|ordenaram)-me (?:para|que) (?:não|nunca|sempre|responder)",
    "ignor[ae] (?:todas )?as instruções (?:anteriores|prévias)",
    "(?:és|você é|tu és) (?:um|uma|o|a) (?:assistente|ia|chatbot|modelo)",
    "instruções (?:ocultas|secretas|internas)"
  ],
  secret: [
    "palavras?-passe(?! esquecida)",
    "senhas?",
    "pin",
    "código (?:pin|de (?:segurança|verificação|confirmação|acesso|uso único|ativação)|recebido|sms|que (?:receb|lhe|chegou|aparece|acabou)\\p{L}*|de \\p{L}+ (?:dígitos|algarismos))",
    "cvv|cvc",
    "números? (?:completo )?do (?:seu )?cartão",
    "dados (?:completos )?do (?:seu )?cartão",
    "três (?:dígitos|algarismos|números) (?:no|do) verso",
    "foto(?:grafia)? do (?:seu )?cartão",
    "credenciais",
    "frase (?:semente|de recuperação)"
  ],
  ask: [
    "(?:envie|envia|diga|diz|dê|dá|indique|informe|forneça|mande|passe|comunique|confirme|partilhe|compartilhe|escreva|transmita)(?:-nos|-me|-no-lo|-o-nos)",
    "(?:nos|me) (?:envie|diga|dê|indique|informe|forneça|mande|passe|confirme|escreva)",
    "(?:enviar|dizer|dar|indicar|informar|fornecer|mandar|comunicar|confirmar)(?:-nos|-me| para nós)",
    "(?:envie|mande|informe|passe)(?: \\S{1,40}){0,10} (?:para nós|para mim)",
    "responda(?: \\S{1,40}){0,8} (?:com|indicando|informando)",
    "(?:envie|enviar|escreva|escrever|coloque|colocar|indique|indicar|inclua|incluir|informe|informar|mande|digite)(?: \\S{1,40}){0,14} (?:aqui|na sua resposta|nesta mensagem|por e-?mail|neste (?:chat|e-?mail))",
    "qual é (?:o|a) su?eu?a?"
  ],
  askWeak: [
    "(?:precisamos|preciso|necessitamos)",
    "(?:por favor,? )(?:confirme|indique|informe|envie|forneça)",
    "(?:poderia|pode) (?:confirmar|indicar|informar|enviar|fornecer|dizer)\\p{L}*"
  ],
  place: [
    "ecrã",
    "tela",
    "página",
    "campo",
    "(?:na|no) (?:aplicação|aplicativo|app|formulário|portal|sua área|site|telemóvel|celular)",
    "aplicação",
    "aplicativo",
    "app",
    "formulário",
    "definições",
    "configurações",
    "portal",
    "terminal"
  ],
  not: ["nunca", "não", "jamais", "sem", "nem", "ninguém", "nenhum\\p{L}*", "em vez de", "evite"],
  condition: ["se", "caso", "quando", "depois", "antes", "porque", "assim que", "como", "sobre", "até"],
  search: [
    "(?:procure|pesquise|busque|escreva|digite|introduza)(?: \\S{1,40}){0,14} (?:no (?:google|bing|(?:seu )?navegador)|na (?:internet|web|net|(?:app|play) store)|num motor de (?:busca|pesquisa)|em qualquer (?:buscador|motor))",
    "motor(?:es)? de (?:busca|pesquisa)",
    "buscador",
    "pesquisa (?:no google|na internet)"
  ],
  login: [
    "inicie sessão",
    "faça (?:o )?login",
    "entre (?:com|no|na|lá)",
    "aceda",
    "acesse",
    "registe-se",
    "cadastre-se",
    "identifique-se",
    "introduza (?:o|a)s? su\\p{L}+",
    "(?:o|a) (?:seu|sua) (?:e-mail|senha|palavra-passe|número|utilizador)",
    "instale",
    "descarregue",
    "baixe",
    "primeiro (?:resultado|link)"
  ],
  contact: [
    "escreva",
    "envie",
    "mande",
    "contacte",
    "adicione",
    "junte-se",
    "mensagem",
    "grupo",
    "canal",
    "perfil",
    "utilizador",
    "usuário",
    "siga",
    "fale",
    "chame",
    "procure"
  ],
  numbers: numbered(
    "zero um uma dois duas três quatro cinco seis meia sete oito nove dez onze doze treze catorze quatorze quinze dezasseis dezesseis dezassete dezessete dezoito dezanove dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem oitocentos novecentos",
    "0 1 1 2 2 3 4 5 6 6 7 8 9 10 11 12 13 14 14 15 16 16 17 17 18 19 19 20 30 40 50 60 70 80 90 100 800 900"
  ),
  at: ["arroba"],
  dot: ["ponto"]
}
