"""What Python's libraries find in a file, as JSON on standard output: readers.py MODULE FILE [FORMAT]."""

import json
import sys


def graph(nodes, edges, labels, words):
    return {"nodes": nodes, "edges": edges, "labels": sorted(labels), "words": words}


def networkx(path, kind):
    import networkx

    read = {"gexf": networkx.read_gexf, "graphml": networkx.read_graphml}[kind]
    found = read(path)
    labels = [str(data.get("label", "")) for _, data in found.nodes(data=True)]
    words = sum(1 for _, _, data in found.edges(data=True) if data.get("words"))
    return graph(found.number_of_nodes(), found.number_of_edges(), labels, words)


def igraph(path, kind):
    import igraph

    found = igraph.Graph.Read_GraphML(path)
    words = sum(1 for edge in found.es if edge["words"]) if "words" in found.es.attributes() else 0
    return graph(found.vcount(), found.ecount(), [str(label) for label in found.vs["label"]], words)


def rdflib(path, kind):
    import rdflib

    found = rdflib.Graph().parse(path, format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    count = lambda type: len(set(found.subjects(rdflib.RDF.type, type)))
    return {
        "triples": len(found),
        "texts": sorted(str(text) for text in set(found.objects(None, schema.articleBody))),
        "articles": count(schema.NewsArticle),
        "entities": count(prov.Entity),
        "derived": len(list(found.triples((None, prov.wasDerivedFrom, None)))),
        "quoted": len(list(found.triples((None, prov.wasQuotedFrom, None)))),
        "reviews": count(schema.ClaimReview),
        "turtle": len(found.serialize(format="turtle")) > 0,
    }


json.dump({"networkx": networkx, "igraph": igraph, "rdflib": rdflib}[sys.argv[1]](*sys.argv[2:]), sys.stdout)
