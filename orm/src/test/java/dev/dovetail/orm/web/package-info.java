/** Web requests on a real servlet container. */
package dev.dovetail.orm.web;
