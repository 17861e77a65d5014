"""Given names that tell whether a person whom the beat does not know is a woman or a man."""

import re

from bot.reading.words import keys_of

FEMALE = frozenset(
    keys_of(
        """
        abigail adaeze aditi agnieszka ai aiko aino aisha aisling aissata akiko aleksandra
        alesia alesya alexis alice alina alla amaka amal amanda amber amina aminata amy ana
        ananya anastasia andrea andri angela angelica anita anja anjali ann anna annalena anne
        annegret anneli annelies annette annika anniken antje antoinette anu aoife asha ashley
        asma astrid atsuko audrey aurelie awa aya ayaka ayako ayesha aylin ayse aysegul azadeh
        barbara barbora beata beatriz begona benedikta bernadette beth bettina betty beverly
        biljana birgit brenda bridget brigitta brigitte brittany bushra caitlin callie camille
        candice carla carly carmen carol carole caroline carolyn cassandra catalina catherine
        cathy cecilia celeste celia celine chantal charlene charlotte chelsea cheri cheryl
        chiara chieko chinwe chioma christa christina christine ciara cindy claire claudia
        clotilde colette colleen connie constanza consuelo corazon corinne cristina cynthia
        dalia danielle daphne daria darlene darya daryna dawn deanna deb debbie deborah debra
        deepa deirdre delfina delphine denise despina dewi diana diane dilma dimitra dina divya
        donna doreen doris dorota dragana ebba egle eiko eileen ekaterina elaine eleanor elena
        eleni elif elin elina elizabeth elizaveta ellen elly elodie emanuela emiko emily emine
        emma eri erin esra estela esther eugenia eunice eva evelyn ewa fabiola farah farida
        fatima fatma fatos fatoumata federica femke fiona florence florencia folasade frances
        francesca freja freya fumiko funmi gabriela gail galina gayatri genevieve georgia ghada
        gillian gina ginger giorgia giovanna giulia glenys gloria gordana grace graciela grainne
        greta gretchen gro guadalupe gudrun gulcan gwen hadiza hadja hafsa haifa hala halyna
        hana hanako hanan hannah hanne harriet haruka haruko hatice hazel heather heidi heike
        helen helle henrietta hilary hillary hina hiroko huda huong ida ieva ilze imelda imogen
        indira ines inga ingeborg ingrid ingrida inna irene irina iryna isabella isabelle
        isadora isaura ivana ivona ivy jackie jacqueline jana jane janet janice janine jasmine
        jean jeanne jeannie jelena jen jenna jennifer jenny jessica jill jimena jo joan joann
        joanna jodie johanna josefa josefina josephine josie joyce juana judith juliana julie
        juliet juliette june junko kaisa kaja kamala kaori karen kari karine karolina katarzyna
        kate katerina kateryna katherine kathleen kathryn katie katla katrin katy kavita kavya
        kay kayla kazuko keiko kelly kerry kersti ketanji khadija khady kimberly kimi kirsten
        kirsty kitty kristen kristi ksenia kumiko kyoko kyriaki lakshmi lamia lara larisa lata
        laura lauren layla leah leanne leila lenka lenore leonor lesia lesley lestari leticia
        leyla lieke liesbeth liga liliana liliane lillian lily lina linda linh linnea lisa
        lisbeth lise liudmyla livia liz lois lorena loretta lori lorna lorraine louise lourdes
        lubna lucia lucie lucrezia lucy ludmila luisa lydia lynn lynne lyudmila mabel madhuri
        madison maeve magaly magda magdalena maggie maha mahsa mai maite malgorzata malin mamata
        manju manon manuela marcela margaret margareta margarita margaux margot marguerite maria
        mariam mariama mariana marianna maricel marie marieke mariko marilyn marina marine
        marisa marisol marit marketa marta martha martina mary maryam marzieh masako masoumeh
        mathilde maureen mavis maxine meena meenakshi meera megan megawati megumi melissa meral
        merve mette micaela michele micheline michelle michiko midori mieko miho mika miki
        mildred milica millie mina mindy miranda miriam mirjana misaki mizuho moira molly mona
        monica monika monique muriel myra nadezhda nadia nadine najla nancy nandini naoko naomi
        narges nasrin natalia natalie natalka natasha nathalie nawal ndeye neha nelida nell
        nellie ngozi niamh nicole niki nikki nilufer nina nirmala nisha nkechi noemi nora noriko
        norma noura nur odile oksana oleksandra olena olga olivia oluchi oona orla ozlem paivi
        paloma pam pamela paola parisa patricia pauline peggy penelope penny perla petra
        philippa phyllis pia pilar pinar polina polly pooja pratibha preeti priscilla priti
        priya prudence puan rabia rachel rajani rani rania raquel rasa ratna rebecca reem reiko
        rekha renata renate renuka retno rie riikka rima ritu roberta rocio rokia rosa rosalind
        rosalinda rosario rosemary roshni rosie roxanne ruby rui ruta ruth ryoko sabine sachiko
        sadia safiya saima sakura salimata sally salma samantha samira sana sanae sandra
        sandrine sanja sanna sanne saoirse sara sarah sarita saskia satoko satsuki sayuri seema
        segolene seiko serena sevgi shanta sharon sheela sheikha shireen shirin shirley shobha
        shreya sibel sigrid sigridur sigrun silke silvana silvia simone simonetta sinead siobhan
        siri siti smita snezana sofia sofiia solange soledad solomiya solveig sonal sonia sonya
        sophia stefania stella stephanie sue suella sujata sunita sunniva susan susana susanna
        susannah sushila sushma susie suzanne svetlana svitlana swati sybil sylvia sylvie
        tabitha tamara tamayo tamsin tansu tanya tara tarja tatiana tatjana teresa teresita tess
        tetiana thelma theodora theresa thora thuy tiffany tiina tina tomoko tracy trang trudy
        tulsi ulrike uma ursula usha valentina valeria valerie vandana vanessa vasiliki
        vasundhara vera veronica veronique vesna victoria vidya viktoriia vilija vilma violeta
        virginia vivian viviana wanda wendy weronika whitney wilhelmina winifred wulan ximena
        ximene yana yasmin yasmine yenny yetunde ylva yoko yolanda yui yuko yulia yuliya yumi
        yumiko yuni yuriko yvette yvonne zahra zainab zehra zeinab zeynep zineb zoe zohreh zoya
        zuzana zuzanna
        """
    )
)
MALE = frozenset(
    keys_of(
        """
        aaro aaron abbas abdel abdi abdirahman abdoulaye abdul abdulaziz abdulla abdullah
        abhijit abiy abubakar achim adalbert adam ade adebayo adel aditya adnan adolfo agustin
        ahmed ahmet aidan aimen ajay ajit akbar akhil akihito akio akira akram alain alan
        alasdair alassane alastair alberto albrecht aldo alejandro aleksandar aleksandr aleksei
        alessandro alexander alexandr alexandre alexandros alexei alfonso alfredo ali aliko alin
        alireza alistair alois alok alonso alpha alvaro amado amadou amanuel amin aminu amir
        amirali amit amr anand anastasios anatoly anders andreas andrei andrej andrew andriy
        andrus andrzej angelo angus anibal anil anish anselm anselmo ante anthony antoine
        antonin antonio antonis antti anurag anwar apostolos ararat arash archie arif aris arjun
        arkady armand armando armen armin arnaud arne arnold arnoldas artem arthur arturo artyom
        arun arvind arvydas asad asbjorn ashok ashot ashraf ashwin asif askar athanasios atiku
        attila attilio augusto aung aurelien austin axel ayman ayodele aziz azmi babatunde badr
        bahram bakytzhan balazs baltasar bambang baptiste barry bart bartosz basel bashar bashir
        bassam bastien bazoum behzad bekir bela bello ben bengt beniamino benigno benjamin benno
        benoit berhanu bernardo bernd bernie bert berthold bertrand bhupesh bilal bilawal bill
        billy binali bjarne bjorn blaise blake bob bobby bodo bogdan bogumil boguslaw bohdan
        bohuslav bojan bongbong boris borut boubacar brad bradley bram brandon branko brendan
        brent brett brian bruce bruno bryan bryce budi bulent burak burkhard burt byron caleb
        calin callum calvin cameron camilo carl carlo carlos cas catalin cecil cedric cem cemal
        cengiz cesar cesare cezary charalambos charles cheikh chester chet chidi chinedu chris
        christer christian christoph christophe christopher christos chukwuma ciaran ciprian
        clarence clark claudio claudiu clayton clemens clement cliff clifford clint clinton
        clive clyde cody colin colm connor conor conrad constantinos corbin corey cormac
        corneliu corrado cory cosmin craig cristian cristobal csaba curt curtis cuthbert cyril
        czeslaw daan dacian dag daisuke dalibor damian damien damon dan daniel danilo dario
        dariusz darko darragh darrell darren darryl dave david davit dawit declan deepak dejan
        delfin denis dennis derek derrick des detlef devendra devin dexter diarmuid dick didier
        diego dieter dietmar dimitrios dimitris dinesh dino dionysis dirk djoko dmitri dmitry
        dmytro domenico domingo dominic don donal donald dorin doug dougal douglas doyle dragan
        drago dragos drazen duncan dusan dusko dustin dwayne dwight dylan eamon earl eberhard
        ebrahim eckhard ed eddie edgar edgars edi edmund edouard eduardo edward edwin eero
        efrain efthymios egil egils egon egor eiji einar eko ekow eli elias elijah elio eliot
        elliot elliott ellis elmer elnur elton elvis emeka emil emile emilio emmanuel emmerson
        emmett emomali emre enrico enrique eoin erdogan eric erich erik erling ernest ernesto
        ernst ervin erwin esa eskil esmail espen esteban ethan etienne ettore eugen eugene
        eugenio evangelos evaristo evgeny evo ewald ewan ewen eyad ezequiel ezio fabian fabien
        fabio fabrice fabrizio fadi fahd faisal fares farhad farhan farmajo fatih faure faustin
        fawzi federico fedir felipe felix femi ferdinand ferenc fergal fergus ferhat fernando
        fidel filip filipe filippo finn fintan flavio florentino florian florin floyd forrest
        fotis francis francisco franck franco francois frank frankie franklin frantisek franz
        fraser fred freddie frederic frederick fredrik friedrich friso fritz fumio fyodor gabor
        gabriel gagik garegin garrett garry garth gary gaspar gaston gaurav gauthier gavin
        gbenga gedion geert geir gela gen gene gennady geoff geoffrey georg george georgy gerald
        gerard gerardo gerd gergely gerhard german gernot gerrit gerry getachew ghassan gheorghe
        giacomo giancarlo gianni giannis gil gilberto giles gilles gino giorgi giorgio giorgos
        giovanni girish gitanas giuliano giuseppe gleb glen glenn gnassingbe gokhan gonzalo
        goodluck gopal goran gordan gordon gottfried graeme graham greg gregor gregorio gregory
        griffin grigory grzegorz gudmundur guenther guido guillaume guillermo gunnar gunter
        gunther gurbanguly gurpreet gus gustavo gyorgy gyula haakon habib hadi haile hailemariam
        haitham hakainde hakan hakim hal haldor hallvard haluk halvard hamad hamdan hamid
        hamidreza hamish hammad hani hank hans haral harald harish harlan harley harold harrison
        harry harsh hartmut harvey hashim hassan hasse hatem hatta hayden hayk heath hector
        heikki heiko heiner heinrich heinz helge helgi helmut hemant hendrik henning henri
        henrik henry henryk herb herbert heriberto herman hermann hernan herve heydar hichilema
        hideki hiram hiro hirokazu hiroki hiroshi hisham hishammuddin holger homer horace
        horacio horia horst hosni hossein hovik howard hrvoje hryhorii htin hubert hubertus hugh
        hugo hugues hulusi humberto humphrey hun hunter husam hussein hyrum iain ian iannis
        ibrahim ibrahima ichiro idriss ifeanyi ignacio igor ihor ike ikechukwu ilham ilie ilir
        ilkka ilya imad imran imre ingo ioannis ion ionel ionut ira irakli irving irwin isaac
        isaiah isaias ishaq isidro ismael ismail issoufou istvan itsunori iulian ivan ivar ivica
        ivo ivor jaakko jaap jaber jacek jack jacob jacques jagdish jaideep jaime jairam jairo
        jake jakob jamal james jamil jan janez janis janos janusz jared jarema jarl jaromir
        jaroslaw jarrod jason jasper javad javier jay jean jed jeff jeffery jeffrey jens
        jeremiah jeremy jermaine jeroen jerome jeronimo jerry jerzy jesper jess jesse jethro
        jeyhun jim jiri jiro joachim joaquim joaquin jochen joe joel joey johan john johnny joko
        jonas jonathan jonathon joost jordi jorg jorge jorgen joris jose josef josep joseph josh
        joshua josip josphat jovan jozsef juan jude juergen juha juhani jukka jules julian
        julien julio julius jun juraj jurgen jurgis jussi justin kai kailash kalle kalman kamal
        kamil kane karan kare karel karim karl karoly kasper kassym katsunobu kayode kazem
        kazimierz kazuhiro kazuhisa kazuo kees keijo keir keith kelechi kelvin kemal ken kendall
        kendrick kenichi kenji kenneth kenny kent kenta kestutis kevin kgalema khairy khaled
        khalid khalil khawaja kieran kimmo kipchumba kipkorir kiprono kiran kirill kirk kishore
        kjell klaus knut koen kofi koichi koichiro kojo konstantin konstantinos kostas kreso
        kris krishna krisjanis krzysztof kunal kunle kurt kurtis kwabena kwame kwasi kweku kyaw
        kyle kyriakos kyrylo lachlan ladislav laith lalit lamar lance larry lars lasse lassina
        laszlo laurence laurent laurentiu lauri lawrence lawson laziz leandro lech lefteris leif
        leland len lenny leo leon leonard leonardo leonel leonid leonidas leopoldo leroy les
        lester leszek lev levan levente levi lewis liam linas lionel liviu ljubomir lloyd
        lodewijk logan loic lorcan lorenzo lorne lotfi lothar lou louis lubomir luca lucas
        lucian luciano lucien ludek ludovit ludwig luhut luigi luis luka lukas lukasz luke
        luther lutz luuk lyle maarten maciej mack macky mads magnus mahamat mahamud mahathir
        mahdi maher mahesh mahmoud majid makoto maksim maksym malcolm mamadou mamuka manfred
        manish manmohan manoj manolis mansour manuel marcel marcello marcelo marcin marco marcos
        marcus marek marian mario marius mariusz marjan mark markku marko markus marnix marshall
        mart martin marton marty marvin marwan masahiro masataka masoud massimo mateo mateusz
        mathieu mats matt matteo matthew matthias matti maurice mauricio maurizio max maxim
        maxime maximo mazen mehdi mehmet mehran mekonnen meles melvin merle merrick mervyn
        mevlut michael michal michalis micheal michel michelangelo mickey miguel mihai mihajlo
        mihnea mikael mike mikhail mikheil mikkel mikko miklos milan mile milo milorad milos
        miloslav milton mindaugas minoru mircea mirko miroslav miroslaw mitch mitchell mladen
        moath moctar modibo mohamed mohammad mohammed mohan mohsen moises mojtaba monty morgan
        moritz morris morten mostafa mounir moussa mubarak mugur muhaimin muhammad muhammadu
        muhannad muhyiddin mukesh mukhriz murad murat murdo murray murtaza musa mustafa mwai
        mwangi mykhailo mykola myron myroslav nabil nader naguib najib nandan narek narendra
        naruhito nasir nasser nate nathan nathaniel naveed naveen nawaf nawaz nayef nebojsa ned
        neil nelson nenad nestor nevin newt niall nicholas nick nicola nicolae nicolas nicusor
        niek niels nigel nii nika nikita nikol nikola nikolai nikolaos nikolay nikoloz nikos
        nils nitin nitish nizar njoroge nnamdi noah nobuo noel norbert norm norman numan nuno
        nursultan obinna octavian octavio oddvar odhiambo ognjen oisin okechukwu ola olaf olav
        oleg oleh oleksandr oleksii oleksiy oliver olivier olli ollie olu olusegun oluwaseun
        omar omer ondrej orhan orlando orville osama oscar oskar osman ossi ostap otakar otavio
        othman otieno otis otto oumar ousmane ovidiu owen oystein paavo pablo paddy padraig pal
        panagiotis pankaj paolo parviz pascal paschal patrice patricio patrick paul pavel pavlo
        pavlos pavol pawel pedro peer pekka pentti per percy perry pervez petar pete peter petr
        petri petro petros petru petter phankham phil philip philippe phillip pierce piero
        pierre piet pieter pietro piotr piyush poul prabowo prak prakash pramod pranab prashant
        praveen pravin predrag premysl prokopis przemyslaw purnomo pyotr qais quentin quincy
        rabiu rachid rade radek radmilo radoslaw radovan radu rafael rafal raffaele raffi rafik
        rafizi ragnar rahul raila raimonds rainer rais raj rajeev rajesh rajiv rajnath rakesh
        ralf ralph ram ramesh ramiro ramiz ramon ramush ramzi rand randall randolph randy raoul
        rashid raul ravi raymond raza razvan recep reed reg reggie reginald regis reinaldo
        reiner reinhard remi renato rene renzo reto reuben rex reza rhys riad ricardo riccardo
        richard rick rickey ridvan ridwan rifat rimantas rinaldo rishi risto roar rob robbie
        robert roberto rod roderich rodion rodney rodolfo rodrigo roger rohit roland rolando
        rolf romain roman romano ron ronald ronnie rory ross rovshan rowan roy ruairi ruairidh
        ruben rudi rudiger rudolf rudy rufus rune rupert ruslan russell rustam rusty rutger ruud
        ryan ryosei ryszard saad saadi sabri sachin sadiq sadyr saeed saeid saif saifuddin
        sakari salah salam saleh salem saleumxay salim salman salvatore sam sami samir samuel
        samvel sandeep sander sandiaga sandor sandro sani sanjay sanjeev santosh sasa satish
        satoshi saud saul sauli saulius scott seamus sean sebastian sebastien segun seiji sekou
        selim semyon seppo serdar serge sergei sergey sergio serhii serhiy serkan serzh seth
        seun seydou shahbaz shahid shahram shakir shane shashi shaun shavkat shawn shehbaz
        sheldon sherif sherman sherzod shigeru shinichi shinichiro shinji shinzo sholto shota
        shotaro shunichi shyam sid siddharth sidney siegfried siegmar sigurd silvio silviu simen
        simon sinisa sjoerd slawomir slobodan soe sok sooronbay soren sorin sota souleymane
        spencer spyros srdjan stan stanislav stanislaw stanley stavros stef stefan stefano
        stefanos steffen stein stelian stepan stephan stephane stephen steve steven stevo
        stewart stig stipe stjepan stuart sture subrahmanyam sudhir sudirman sugiono suleyman
        sunil suren suresh susilo svein sveinn sven sylvain szilard szymon taavi tadashi tadeusz
        tadhg taha takashi takeo takeshi takuya talal tamas tamim tapio taras tarek tariq tarmo
        taro taufik tayyip ted tedros teemu tengku teodor teodoro teofilo terence terje terrance
        terrence terry tetsuo thabo thad thanos thein themistoklis theo theodor theodore
        theodoros thiago thibault thierry thilo thodoris thomas thongloun thor thorbjorn
        thorsten tiago tibor tigran tilman tim timmy timo timothy timur tito tjibbe tobias tobin
        toby tod todd toivo tom tomas tomasz tomislav tommaso tommy tony toomas tor torbjorn
        tord tore tormod torquil torstein torsten toshimitsu traian travis trent trevor tristan
        trond trygve tsutomu tudor tunde tuomas turki tushar ty tyler uche uday uhuru ulf uli
        ulises ulrich ulugbek ulysses umaru umberto umit urho urmas urs usman uwe vaclav vadim
        vadym vagif vahan vahram valdemar valdis valentin valerio valeriu valeriy valery
        vangelis vardan vasco vasile vasily vassilis vasyl vaughn vazgen veit velimir vern
        vernon viacheslav vic vicente victor vidar vijay vikas vikram viktor ville vilmos vinay
        vince vincent vincenzo vinod viorel virgil vitalii vitaliy vitaly vitor vittorio vivek
        vlad vladimir vladislav vojislav vojtech volker volodia volodymyr vsevolod vuk
        vyacheslav vytautas wade wael wafula waldemar wale waleed walid wallace wally walter
        waqar ward warren warwick wataru wayne wendell werner wes wesley wieslaw wilbur wiley
        wilfried wilhelm willard willem william willie willy wim winfried winston wiranto wisnu
        witold wladyslaw wlodzimierz wojciech wolf wolfgang woodrow wopke wouter wyatt xavier
        yahya yakubu yann yannick yannis yaroslav yaser yashwant yasser yassin yasuo yavuz yaw
        yegor yerlan yevgeny yevhen yiannis yogi yohannes yoshihide yoshimasa youssef youssoufa
        yoweri yudo yuki yukio yuri yurii yuriy yusuf yuto yves zach zachary zahid zaid zakhar
        zambry zane zardari zaw zbigniew zdenek zdravko zdzislaw zeferino zeljko ziad ziya
        zlatko zohrab zoltan zoran zsolt zubair zuhair zurab zvonimir zweli zygmunt
        """
    )
)
# Japanese names tell it by their ending: Sachiko, Kazuhiko.
JAPANESE = re.compile(r"(?:(?:[kgsztdnhbpmrwjfy]|[kgnhbpmrj]y|sh|ch|ts)?[aiueo]|n(?![aiueoy]))+")
BEFORE = 2  # letters before the ending, at least
# The longer ending counts: Yoshitaka is a man, Haruka a woman.
MEN = keys_of(
    """hiko suke aro iro uro ero oro ota enta eita uta nori shi aaki oaki uaki nobu ayuki oyuki
    iyuki suyuki ahiro ohiro uhiro unzo nzo ozo izo kazu taka go to eo io uo masa omi"""
)
WOMEN = keys_of("""ko yo ue ie ae ka mayu nami suzu zusa sumi""")
BOTH = frozenset(keys_of("""chihiro naomi natsumi chiaki kazumi masami hiromi mitsuki"""))


def is_given(word: str) -> bool:
    """Tell whether a word is a given name that we know."""
    return word in FEMALE or word in MALE


def gender_of_given(name: str) -> str | None:
    """Tell a gender by the first word of a full name; None where it tells nothing."""
    first = next(iter(keys_of(name)), "")
    if is_given(first):
        both = first in FEMALE and first in MALE
        return None if both else "f" if first in FEMALE else "m"
    return _by_ending(first) if JAPANESE.fullmatch(first) and first not in BOTH else None


def _by_ending(first: str) -> str | None:
    """Tell a gender by the ending of a Japanese name."""
    genders = {**dict.fromkeys(WOMEN, "f"), **dict.fromkeys(MEN, "m")}
    fits = [e for e in genders if first.endswith(e) and len(first) - len(e) >= BEFORE]
    return genders[max(fits, key=len)] if fits else None
