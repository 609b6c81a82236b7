/** Given names by the gender that mostly bears them, many languages; only to guess "he" and "she" and to tell people from places. */
const split = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const maleNames = split(`
 aaron abbas abdul abdullah abdulrahman abel abraham adam adebayo adel aditya adnan adrian ahmad ahmed ajay akira alan
 alastair albert aldo alejandro aleksandar aleksandr aleksei alessandro alex alexander alexandre alexei alexey alfonso
 alfred ali alistair allan allen alvaro amin amir amit anand anatoly anders andre andrea andreas andrei andres andrew
 andrey andriy andy angus anil anthony anton antonio arjun armando arne arnold arthur artur arun ashok ashraf asif
 augusto axel aziz bahram barack barry bart bashar ben benedict benjamin bernard bernardo bernd bernie bert bill bjorn
 bob bogdan boris brad bradley brendan brent brett brian bruce bruno bryan byron cameron carl carlo carlos cedric cesar
 chad charles charlie chris christian christoph christophe christopher chuck clarence claude claudio clement cliff
 clive colin connor conor craig cristian curtis cyril cyrus dale damian damien dan daniel daniele danny darren darryl
 dave david dean denis dennis derek desmond diego dieter dimitri dimitris dirk dmitri dmitriy dmitry dmytro dominic
 don donald doug douglas duncan dwight earl ed eddie eduardo edgar edmund edward edwin ehud eli elias elijah emanuel
 emil emilio emmanuel emre enrico enrique eric erik ernest ernesto erwin ethan eugene evan evgeny fabian fabio fadi
 faisal farhad farid farouk federico felipe felix ferdinand fernando filip florian floyd francesco francis francisco
 franck francois frank frankie franklin franz fred frederic frederick friedrich fuad gabriel gareth gary gavin gene
 geoff geoffrey george georges georgi georgy gerald gerard gerhard giacomo gianni giorgio giovanni giuseppe glen glenn
 gordon graham grant greg gregor gregory grigory guido guillaume gunter gustav gustavo guy habib hakan hamid hamza hans
 harald harold harris harry harsh harvey hasan hashim hassan hector heinrich heinz hendrik henri henrik henry herbert
 herman hiroshi hisham holger horst howard hugh hugo hussein ian ibrahim ignacio igor ilya imran ismail ivan ivo jack
 jacob jacques jaime jake jakob jamal james jamie jan jared jason javad javier jean jeff jeffrey jens jeremy jerome
 jerry jesse jesus jim jimmy jin joachim joao joe joel johan johann johannes john johnny jon jonas jonathan jordan jorge
 jose josef joseph josh joshua juan juergen julian julien julio jun junior jurgen justin kamal kareem karim karl kaspar
 keith kelvin ken kenji kenneth kent kevin khaled khalid kian kim kirk klaus konstantin kumar kurt kwame kyle
 kyrylo lars laszlo laurence laurent lawrence lee leif len lennart leo leon leonard leonardo leonid leroy leszek lev
 levan lewis liam lionel lloyd lorenzo louis luc luca lucas luciano luigi luis lukas luke mahmoud majid malcolm malik
 manfred manuel marc marcel marcelo marco marcos marcus marek mario marius mark marko markus martin marvin masoud
 massimo mateusz mathieu matt matteo matthew matthias maurice mauro max maxim maxime maximilian mehdi mehmet melvin
 michael michal michel miguel mihai mike mikhail mikko milan milos miroslav mitch mohamed mohammad mohammed mohsen
 morgan mourad muhammad murat murray mustafa mykola nabil nader nasser nathan nathaniel neil nelson nicholas nick nico
 nicolas nigel nikita nikola nikolai nikolay nikos nils noah noel norbert norman octavio oleg oleksandr oleksiy olaf
 oliver olivier omar orlando oscar osman oswald otto owen pablo paolo pascal patrice patrick paul paulo pavel pavlo
 pedro percy pete peter petr petro philip philipp philippe phillip pierre pieter piotr prakash pranab qasem quentin
 radek radoslaw rafael rahul raj rajesh ralf ralph ramesh ramon ramzan randy rashid raul ravi ray raymond recep reginald
 reinhard rene reuben reza ricardo richard rick riccardo rob robert roberto robin rod rodney rodrigo roger roland rolf
 roman ron ronald rory ross roy ruben rudolf rudy rupert ruslan russell ryan saad sadiq saeed salah salim salman salvatore
 sam sami samir samuel sandeep sandro sanjay santiago scott sean sebastian sergei sergey sergio serhiy seth shane shaun
 shawn sidney simon slobodan sol stan stanislav stanley stefan stefano stephane stephen steve steven stewart stuart
 sultan suleiman sunil sven takashi tariq tarek taro ted temur terence terry theo theodore thierry thomas tim timothy
 tobias toby todd tom tomas tomasz tommy tony toni tony travis trevor tristan tyler ulrich umar uri uwe vaclav valentin
 valery vasily viktor victor vijay vikram vince vincent vinod vitaly vlad vladimir volodymyr volker vyacheslav wade waleed
 walter wang warren wayne werner wilfred wilhelm will willem william willy winston wolfgang xavier xi yan yannick yaroslav
 yasser yevgeny yitzhak yoshi youssef yuri yury yusuf yves zachary zaur zhang zoltan
`);

export const femaleNames = split(`
 abigail ada adele adriana agnes agnieszka aiko aisha alana alba alejandra alena alessandra alexandra alexis alice
 alicia alina alison allison alma amal amanda amber amelia amelie amina amira amy ana anastasia andrea angela angelica
 angelina anika anita anja ann anna anne annette annie antonia april ariana arlene asha ashley astrid audrey aung aurora
 ayesha aylin barbara beate beatrice beatriz becky belinda berta beth bettina betty beverly bianca birgit bonnie brenda
 bridget britta brooke camilla camille carla carly carmen carol carolina caroline carolyn carrie catalina catherine cathy
 cecilia celeste celia celine charlotte chelsea cheryl chiara chloe christiane christina christine cindy claire clara
 clarissa claudia colette colleen condoleezza connie constance consuelo cora corinne courtney cristina crystal cynthia
 dagmar daisy dalia dana daniela danielle daphne daria darya dawn deborah debbie debra deirdre delia delphine denise
 diana diane dina dolores dominique donna dora doreen doris dorothy edith eileen elaine elena eleanor elena elif elisa
 elisabeth elise eliza elizabeth ella ellen elsa emilia emily emine emma erica erika erin esmeralda esperanza estelle
 esther eugenia eva evelyn faith fatima fatma felicity fernanda fiona flavia flora florence frances francesca frida
 gabriela gabrielle gail galina gemma genevieve georgia georgina geraldine gertrude gillian gina giorgia giovanna giulia
 gisela gladys glenda gloria grace greta gudrun gwen hala halima hana hanan hanna hannah harriet hatice hazel heather
 heidi heike helen helena helene helga henrietta hilary hilda hillary hope huda ida ilona ilse imelda ines inga
 ingrid inna irene irina iris irma isabel isabella isabelle ivanka ivy jacqueline jadwiga jamila jana jane janet janice
 jasmine jean jeanette jeanne jemima jenna jennifer jenny jessica jill joan joanna jocelyn johanna josefina josephine
 joy joyce judith judy julia juliana julie juliet june justine kamala karen karin karina karla kate katerina katharina
 katherine kathleen kathryn kathy katie katrin katya kay kayla keiko kelly kerry khadija kimberly kirsten kristen
 kristin kristina ksenia laila lara larisa larissa laura lauren laurie layla lea leah leila lena leonie leslie leticia
 leyla lidia lilian liliana lily linda lisa liz liza lois lola loretta lorraine louise lourdes lucia lucie lucinda lucy
 ludmila luisa lydia lynn madeleine madison magdalena maggie maja malala malgorzata manuela mara marcela marcia margaret
 margarita margot maria mariam marianne marie marilyn marina marion marisa marissa marjorie marlene marta martha martina
 mary maryam mathilde maureen mavis maxine may megan meghan melania melanie melinda melissa mercedes meredith mia
 michaela michele michelle mina miranda miriam mitsuko molly mona monica monika monique muriel myra nadia nadine nan
 nancy naomi natalia natalie natalya natasha nathalie nellie nicola nicole nikki nina noor nora norma nour odette
 oksana olena olga olivia ophelia padma paloma pamela patricia patty paula pauline pearl peggy penelope penny petra
 philippa phoebe phyllis polina pooja priya rachel rajni ramona rania rebecca regina renata rhonda rita roberta robyn
 rosa rosalind rosario rose rosemary roxana ruth sabina sabine sabrina sadia sahar sally salma samantha samira sandra
 sandy sanna sara sarah sasha savannah selma shannon sharon sheila shelley sherry shirin shirley sigrid silke silvia
 simone siobhan sofia sonia sonja sonya sophia sophie stacey stacy stefanie stella stephanie sue susan susanna susanne
 suzanne svetlana sylvia tamara tania tanya tara tatiana tatyana teresa tessa thelma theresa therese tiffany
 tina tracy trudy ulrike ursula valentina valeria valerie vanessa vera veronica victoria viktoria viola violet virginia
 vivian wanda wendy whitney wilma winifred xenia ximena yael yara yasmin yasmine yelena yoko yolanda yulia yuliya yvette
 yvonne zahra zainab zara zeinab zelda zoe zofia zsofia
`);

/** The gender a given name suggests; null when it is in neither list or in both. */
export function genderOfName(given: string): "f" | "m" | null {
  const name = given.toLowerCase();
  const male = maleNames.has(name);
  const female = femaleNames.has(name);
  if (male === female) return null;
  return male ? "m" : "f";
}

export const isGivenName = (name: string): boolean =>
  maleNames.has(name.toLowerCase()) || femaleNames.has(name.toLowerCase());
